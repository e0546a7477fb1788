// The front door: the office by its path, and otherwise a tablet. Each is a chunk that the other never loads.

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')

if (location.pathname.startsWith('/office')) {
  void import('./ui/office/office.tsx').then(({ mountOffice }) => mountOffice(root))
} else {
  void import('./ui/tablet.tsx').then(({ mountTablet }) => mountTablet(root))
}
