import { startPage } from '../shell/start-page.tsx';
import { SupervisionPage } from './supervision-page.tsx';

startPage('Supervision', <SupervisionPage viewer="supervisor" />);
