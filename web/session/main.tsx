import './session.css';
import { tellSignedIn } from '../shell/session-channel.ts';

tellSignedIn();
// Closes only what a page has opened, which is how one comes here.
window.close();
