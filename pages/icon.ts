const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d4e6b"/>' +
  '<path d="M10 7h4l2 5-3 2a11 11 0 0 0 5 5l2-3 5 2v4a3 3 0 0 1-3 3A16 16 0 0 1 7 10a3 3 0 0 1 3-3z" fill="#fff"/></svg>';

/** The pages' icon, in the page itself: a browser that finds none asks the site for one. */
export const icon = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
