import { startPage } from '../shell/start-page.tsx';
import { SupervisionPage } from '../supervision/supervision-page.tsx';

startPage('Espace client', <SupervisionPage viewer="client" />);
