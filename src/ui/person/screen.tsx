// Scene by scene: which screen stands for it. What comes after the first statement is loaded when it comes.

import type { Settings } from '../../protocol/tablet.ts'
import type { Voice } from '../../tablet/fitted.ts'
import type { FormScene, Packs, Scene, Tablet } from '../../tablet/tablet.ts'
import { answerOptions } from './answers.ts'
import type { AsideKind } from './aside.tsx'
import { Gate, Pausing, Supported, TakeBack } from './bring.tsx'
import { Card } from './card.tsx'
import { Curtain } from './curtain.tsx'
import { Erased, Review, Stop, Thanks, Topics, Unable, Unsealed, Whose } from './late.tsx'
import { WithDoor } from './news.tsx'
import { Elsewhere, Waiting } from './quiet.tsx'
import { Statement } from './statement.tsx'
import { Welcome } from './welcome.tsx'

export interface ScreenProps {
  readonly tablet: Tablet
  readonly scene: Scene
  readonly settings: Settings | undefined
  readonly packs: Packs
  readonly voice: Voice
  readonly open: (kind: AsideKind) => void
  /** Shows everything in another voice at once. */
  readonly speak: (voice: Voice) => void
  /** From the card to Welcome, as it was left. */
  readonly back: () => void
}

export function Screen({ tablet, scene, settings, packs, voice, open, speak, back }: ScreenProps) {
  switch (scene.at) {
    case 'starting':
    case 'sealing':
      return <Waiting key={scene.at} what={scene.at} />
    case 'elsewhere':
      return <Elsewhere />
    case 'unable':
      return <Unable why={scene.why} staff={tablet.go.shift} />
    case 'curtain':
      return <Curtain tablet={tablet} scene={scene} />
    case 'pausing':
      return <Pausing tablet={tablet} scene={scene} />
    case 'gate':
      return <Gate tablet={tablet} scene={scene} />
    case 'welcome':
      return (
        <WithDoor settings={settings}>
          <Welcome {...{ tablet, settings, packs, voice, speak, open }} {...scene} />
        </WithDoor>
      )
    case 'card':
      return <Card {...{ tablet, back }} more={() => open('more')} practise={() => open('practice')} />
    case 'form':
      return <FormScreen {...{ tablet, scene, settings, open }} />
    case 'unsealed':
      return <Unsealed tablet={tablet} />
    case 'thanks':
      return (
        <WithDoor settings={settings}>
          <Thanks {...{ tablet, scene, settings }} slip={() => open('slip')} news={() => open('heard')} />
        </WithDoor>
      )
    case 'takeback':
      return <TakeBack {...{ tablet, scene, back }} />
    case 'erased':
      return <Erased tablet={tablet} />
    default:
      return null
  }
}

interface PlainProps {
  readonly tablet: Tablet
  readonly scene: FormScene
  readonly open: (kind: AsideKind) => void
}

function FormScreen({ settings, ...props }: PlainProps & Pick<ScreenProps, 'settings'>) {
  const plain = <Plain {...props} />
  if (props.scene.form.sheet.helper === 'nobody') return plain
  return <Supported {...{ ...props, settings, plain, Whose }} answers={answerOptions()} />
}

/** A form's screens as one person has them by themselves. */
function Plain({ tablet, scene, open }: PlainProps) {
  const { place, state } = scene.form
  if (state === 'stopping') return <Stop tablet={tablet} scene={scene} />
  if (place.at === 'topics') return <Topics tablet={tablet} scene={scene} open={open} />
  if (place.at === 'review') return <Review tablet={tablet} scene={scene} open={open} />
  return <Statement tablet={tablet} scene={scene} n={place.n} open={open} />
}
