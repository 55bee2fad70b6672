import { sessionCookie } from '../../contracts/routes.ts';
import { webPages } from '../../contracts/web-pages.ts';

/**
 * Code of the CloudFront function (JavaScript runtime 2.0) before pages of the web app: whoever brings no session goes to sign in, others get the file
 * of the page. Whether the session is good is asked by the API at each request; the pages themselves hold nothing of anybody.
 */
export function pageRouterCode(): string {
  const files = Object.values(webPages).map(({ path, file }) => [path, `/${file}.html`]);
  return `var files = ${JSON.stringify(files)};
function handler(event) {
  var request = event.request;
  if (request.cookies[${JSON.stringify(sessionCookie)}] === undefined) {
    return {
      statusCode: 302,
      statusDescription: 'Found',
      headers: {
        location: { value: '/connexion?retour=' + encodeURIComponent(request.uri) },
        'cache-control': { value: 'no-store' },
      },
    };
  }
  for (var i = 0; i < files.length; i += 1) {
    if (request.uri === files[i][0] || request.uri.indexOf(files[i][0] + '/') === 0) {
      request.uri = files[i][1];
      break;
    }
  }
  return request;
}
`;
}
