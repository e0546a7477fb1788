// The front door: the office by its path, and otherwise a tablet. Each is a chunk that the other never loads.

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')

if (location.pathname.startsWith('/office')) {
  const { mountOffice } = await import('./ui/office/office.tsx')
  mountOffice(root)
} else {
  const { mountTablet } = await import('./ui/tablet.tsx')
  await mountTablet(root)
}
