// iPhones and iPads: an app on their home screen shares nothing with their browser, not even a tablet's enrolment.

/** Whether this is the browser of an iPhone or iPad, and not an app on its home screen. */
export const inBrowser = (device: Navigator): boolean =>
  'standalone' in device && device.standalone === false && device.maxTouchPoints > 1
