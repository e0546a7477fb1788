// Which page of the estate stands at which address.

import type { Overview } from '../../../protocol/office.ts'
import { say, estateWords as words } from '../../../wording/office.ts'
import { Missing } from '../missing.tsx'
import type { Whose } from '../page.tsx'
import { CodePage } from './code.tsx'
import { DayPage } from './day.tsx'
import { NamePage } from './name.tsx'
import { OutlinePage } from './outline.tsx'
import { placeOf } from './places.ts'
import { ServicePage } from './service.tsx'
import { TogetherPage } from './together.tsx'

interface PagesProps {
  readonly path: readonly string[]
  readonly overview: Overview
  readonly whose: Whose
}

export function EstatePages({ path, overview, whose }: PagesProps) {
  const place = placeOf(path)
  if (place.at === 'outline') return <OutlinePage overview={overview} whose={whose} />
  if (place.at === 'organisation' && overview.role === 'administrator') {
    const { organisation: title, organisationHint: hint } = words.named
    return (
      <NamePage
        title={title}
        hint={hint}
        name={overview.organisation}
        save={({ estate }, name) => estate.nameOrganisation(name)}
        whose={whose}
      />
    )
  }
  if ('service' in place) {
    const service = overview.services.find(one => one.id === place.service)
    if (!service) return <Missing whose={whose} />
    return place.at === 'service' ? (
      <ServicePage service={service} whose={whose} />
    ) : (
      <TogetherPage service={service} whose={whose} />
    )
  }
  const ward =
    'ward' in place
      ? overview.services.flatMap(one => one.wards).find(one => one.id === place.ward)
      : undefined
  if (!ward) return <Missing whose={whose} />
  if (place.at === 'day') return <DayPage ward={ward} whose={whose} />
  if (place.at === 'code') return <CodePage ward={ward} whose={whose} />
  return (
    <NamePage
      title={say(words.named.ward, { ward: ward.name })}
      hint={words.named.wardHint}
      name={ward.name}
      save={({ estate }, name) => estate.nameWard(ward.id, name)}
      whose={whose}
    />
  )
}
