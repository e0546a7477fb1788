// The curtain: calm, in nobody's manner, and with nothing of any form on it. A tablet that is switched on begins with it.

import type { Scene, Tablet } from '../../tablet/tablet.ts'
import { Calm } from './calm.tsx'
import { Waits } from './late.tsx'

interface CurtainProps {
  readonly tablet: Tablet
  readonly scene: Extract<Scene, { at: 'curtain' }>
}

/** Where forms wait it comes with them: a button that moved when they came would meet another finger than it was for. */
export const Curtain = ({ tablet, scene }: CurtainProps) =>
  scene.drafts.length > 0 || scene.unreadable || scene.unerased ? (
    <Waits tablet={tablet} scene={scene} />
  ) : (
    <Calm tablet={tablet} />
  )
