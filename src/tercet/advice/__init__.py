"""From a brief to a recommendation with everything it was compared with."""

from tercet.advice.advise import Options as Options
from tercet.advice.advise import advise as advise
from tercet.advice.limits import with_settings as with_settings
