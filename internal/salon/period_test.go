package salon

import (
	"fmt"
	"testing"
	"time"

	"visavis/internal/civil"
)

func november(day int) *civil.Date {
	if day == 0 {
		return nil
	}
	date := civil.NewDate(2026, time.November, day)
	return &date
}

// covers returns by day whether the period contains it; nil means unbounded.
func (p period) covers(date civil.Date) bool {
	return (p.from == nil || *p.from <= date) && (p.until == nil || date <= *p.until)
}

func TestWhatIsLeftOfAPeriod(t *testing.T) {
	bounds := []int{0, 5, 10, 11, 20} // 0 has no end
	for _, from := range bounds {
		for _, until := range bounds {
			for _, holeFrom := range bounds {
				for _, holeUntil := range bounds {
					if until != 0 && until < from || holeUntil != 0 && holeUntil < holeFrom {
						continue
					}
					whole, hole := period{november(from), november(until)}, period{november(holeFrom), november(holeUntil)}
					checkLeft(t, whole, hole)
				}
			}
		}
	}
}

func checkLeft(t *testing.T, whole, hole period) {
	t.Helper()
	left := whole.without(hole)
	for day := 1; day <= 30; day++ {
		date := *november(day)
		count := 0
		for _, part := range left {
			if part.covers(date) {
				count++
			}
		}
		want := 0
		if whole.covers(date) && !hole.covers(date) {
			want = 1
		}
		if count != want {
			t.Errorf("%s without %s covers %v %d times", whole, hole, date, count)
		}
	}
}

func (p period) String() string { return fmt.Sprint(p.from, "…", p.until) }
