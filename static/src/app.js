// Everything here only improves a page that already works without it.

import {
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink,
  createAll,
} from "./govuk-frontend.min.js";
import { offerReadAloud } from "./read_aloud.js";
import { warnBeforeSignOut } from "./session_warning.js";
import { watchWork } from "./working.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const component of [
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink,
]) {
  createAll(component);
}

offerReadAloud();
warnBeforeSignOut();
watchWork();
