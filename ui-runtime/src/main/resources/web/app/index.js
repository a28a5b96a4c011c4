import htmx from 'htmx.org';
import './hz.css';
import { startRequests } from './js/requests.js';
import { startOverlays } from './js/overlays.js';
import { startForms } from './js/forms.js';
import { startKeys } from './js/keys.js';
import { startJump } from './js/jump.js';
import './js/lookup.js';
import { startReorder } from './js/reorder.js';
import { startDesign } from './js/design.js';

window.htmx = htmx;
startRequests(htmx);
startOverlays();
startForms();
startKeys();
startJump();
startReorder();
startDesign();
