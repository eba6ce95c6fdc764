package salon

import (
	"visavis/internal/locale"
	"visavis/internal/timezone"
)

// TimeZones returns the time zones that a branch can be in, sorted by their names in a language.
func (s *Salon) TimeZones(l locale.Locale) []*timezone.Zone { return timezone.Zones(l, s.clock()) }
