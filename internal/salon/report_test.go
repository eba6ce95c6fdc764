package salon_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/service"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/money"
	"visavis/internal/pagination"
	"visavis/internal/salon"
)

// figuresOf writes figures: booked, completed, missed and cancelled, by video, revenue and what is expected.
func figuresOf(f *salon.ReportFigures) string {
	sums := func(amounts []money.Amount) string {
		var list []string
		for _, a := range amounts {
			list = append(list, fmt.Sprint(a.MinorUnits, a.Currency))
		}
		return strings.Join(list, "+")
	}
	return fmt.Sprintf("%d/%d/%d/%d v%d [%s] [%s]", f.Booked, f.Completed, f.NoShows, f.Cancelled, f.Video, sums(f.Revenue), sums(f.ExpectedRevenue))
}

func writtenRows(r *salon.Report) (list []string) {
	for _, row := range r.Rows {
		list = append(list, row.Key+" "+row.Name+" "+figuresOf(row.Figures))
	}
	return list
}

func TestReport(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Appointment.Delete().ExecX(ctx)
			c.Service.UpdateOneID(cut).SetPriceMinorUnits(5200).SetPriceCurrency("EUR").ExecX(ctx)
			c.Service.UpdateOneID(videoTint).SetPriceMinorUnits(0).ExecX(ctx)
			c.Service.UpdateOneID(balayage).SetPriceMinorUnits(math.MaxInt32).SetPriceCurrency("CHF").ExecX(ctx)
		})
		as := func(status appointment.Status) func(*ent.AppointmentCreate) {
			return func(create *ent.AppointmentCreate) {
				create.SetStatus(status).SetLive(status != appointment.StatusCANCELLED)
				if status == appointment.StatusHELD {
					create.SetHoldExpiresAt(s.now)
				}
			}
		}
		// Berlin's October begins at 22:00 UTC on the day before, its November at 23:00.
		s.book(t, []booked{{"apt_a", mitte, ben, cut, "2026-10-01 00:00"}, {"apt_b", mitte, anna, balayage, "2026-10-31 23:59"}, {"apt_i", mitte, anna, balayage, "2026-10-05 10:00"}}, as(appointment.StatusCOMPLETED))
		s.book(t, []booked{{"apt_c", mitte, ben, cut, "2026-11-01 00:00"}}, as(appointment.StatusNO_SHOW))
		s.book(t, []booked{{"apt_d", mitte, anna, videoTint, "2026-11-02 10:00"}, {"apt_e", west, anna, cut, "2026-11-03 10:00"}})
		s.book(t, []booked{{"apt_f", mitte, anna, videoTint, "2026-11-04 10:00"}}, as(appointment.StatusCANCELLED))
		s.book(t, []booked{{"apt_g", mitte, ben, cut, "2026-11-05 10:00"}}, as(appointment.StatusHELD))
		s.book(t, []booked{{"apt_h", mitte, ben, cut, "2026-12-01 00:00"}}) // after the period

		dates := civil.DateRange{First: date("2026-09-30"), Last: date("2026-11-30")}
		for _, test := range []struct {
			by     salon.ReportGrouping
			branch *string
			want   []string
		}{
			{salon.ReportByMonth, nil, []string{"2026-09 2026-09 0/0/0/0 v0 [] []", "2026-10 2026-10 0/3/0/0 v0 [4294967294CHF+5200EUR] []", "2026-11 2026-11 2/0/1/1 v1 [] [5200EUR]"}},
			{salon.ReportByBranch, nil, []string{"brn_demo-mitte Salon Mitte 1/3/1/1 v1 [4294967294CHF+5200EUR] []", "brn_demo-west Salon West 1/0/0/0 v0 [] [5200EUR]"}},
			{salon.ReportByPerson, new(mitte), []string{"prs_demo-anna Anna 1/2/0/1 v1 [4294967294CHF] []", "prs_demo-ben Ben 0/1/1/0 v0 [5200EUR] []"}},
			{salon.ReportByService, new(west), []string{"svc_demo-cut Haarschnitt 1/0/0/0 v0 [] [5200EUR]"}},
		} {
			report, err := s.Report(byOwner(t), salon.ReportSearch{Dates: dates, GroupBy: test.by, BranchID: test.branch})
			check(t, err)
			same(t, "by "+string(test.by), writtenRows(report), test.want)
		}
		report, err := s.Report(byManagerOf(t, mitte), salon.ReportSearch{Dates: dates, GroupBy: salon.ReportByBranch})
		check(t, err)
		same(t, "a manager's", writtenRows(report), []string{"brn_demo-mitte Salon Mitte 1/3/1/1 v1 [4294967294CHF+5200EUR] []"})
		report, err = s.Report(byManagerOf(t), salon.ReportSearch{Dates: dates, GroupBy: salon.ReportByBranch})
		check(t, err)
		same(t, "a manager's without branches", figuresOf(report.Total), "0/0/0/0 v0 [] []")
	})
}

func TestReportsThatAreRefused(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			first, last, branch, want string
		}{
			{"2026-11-02", "2026-11-01", mitte, "RANGE_REVERSED to"},
			{"2025-01-01", "2026-02-05", mitte, "RANGE_TOO_LONG to"},
			{"2025-01-01", "2026-02-04", west, "OWN_BRANCHES_ONLY branchId"}, // not too long
			{"2026-11-01", "2026-11-01", "brn_nowhere", "NOT_FOUND branchId"},
			{"2026-11-01", "2026-11-01", anna, "ID_OF_ANOTHER_KIND branchId"},
			{"2026-11-01", "2026-11-01", west, "OWN_BRANCHES_ONLY branchId"},
		} {
			_, err := s.Report(byManagerOf(t, mitte), salon.ReportSearch{
				Dates: civil.DateRange{First: date(test.first), Last: date(test.last)}, GroupBy: salon.ReportByMonth, BranchID: &test.branch,
			})
			same(t, test.want, problemsOf(err), []string{test.want})
		}
	})
}

// The report is what one counts by hand in the list of appointments, which the calendar shows.
func TestReportCountsWhatTheCalendarShows(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		random := rand.New(rand.NewPCG(24, 13))
		one := func(list ...string) string { return list[random.IntN(len(list))] }
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Branch.UpdateOneID(west).SetTimeZone("America/New_York").ExecX(ctx)
			c.Service.UpdateOneID(balayage).SetPriceCurrency("CHF").ExecX(ctx)
		})
		// A start every 19 hours, through both changes of the clocks, so that nobody's overlap.
		begin := berlin("2026-02-20 00:00")
		for i := range 400 {
			status := appointment.Status(one("CONFIRMED", "COMPLETED", "NO_SHOW", "CANCELLED", "HELD"))
			s.book(t, []booked{{fmt.Sprint("apt_r", i), one(mitte, west), one(anna, ben, clara), one(cut, balayage, videoCare, videoTint), "2026-01-01 00:00"}}, func(create *ent.AppointmentCreate) {
				start := begin + civil.Instant(i*19*3600+random.IntN(3600))
				create.SetStartsAt(start).SetEndsAt(start + 1800).SetBlockedUntil(start + 1800).SetStatus(status).SetLive(status != appointment.StatusCANCELLED)
				if status == appointment.StatusHELD {
					create.SetHoldExpiresAt(s.now + 600)
				}
			})
		}
		services := map[string]*ent.Service{}
		for _, row := range s.store.Client().Service.Query().AllX(byOwner(t)) {
			services[row.ID] = row
		}
		dates := civil.DateRange{First: date("2026-03-08"), Last: date("2026-11-25")}
		byHand := map[salon.ReportGrouping]map[string]*salon.ReportFigures{}
		for _, branchID := range []string{mitte, west} {
			zone, err := civil.LoadZone(s.store.Client().Branch.GetX(byOwner(t), branchID).TimeZone)
			check(t, err)
			for _, a := range s.allAppointments(t, branchID, dates) {
				for by, key := range map[salon.ReportGrouping]string{
					salon.ReportByMonth: zone.Local(a.StartsAt).Format("2006-01"), salon.ReportByBranch: branchID, salon.ReportByPerson: a.PersonID, salon.ReportByService: a.ServiceID,
				} {
					if byHand[by] == nil {
						byHand[by] = map[string]*salon.ReportFigures{}
					}
					if byHand[by][key] == nil {
						byHand[by][key] = &salon.ReportFigures{}
					}
					countByHand(byHand[by][key], a, services[a.ServiceID])
				}
			}
		}
		for by, figures := range byHand {
			report, err := s.Report(byOwner(t), salon.ReportSearch{Dates: dates, GroupBy: by})
			check(t, err)
			same(t, "rows by "+string(by), len(report.Rows), len(figures))
			for _, row := range report.Rows {
				same(t, row.Key, figuresOf(row.Figures), figuresOf(figures[row.Key]))
			}
			same(t, "all of it", report.LeftOut, 0)
		}
	})
}

// allAppointments returns all pages of the list.
func (s *testSalon) allAppointments(t *testing.T, branchID string, dates civil.DateRange) (list []*ent.Appointment) {
	t.Helper()
	request := pagination.Request{First: 100}
	for {
		page, err := s.booking.Appointments(byOwner(t), booking.AppointmentSearch{BranchID: branchID, From: &dates.First, To: &dates.Last, Page: request})
		check(t, err)
		list = append(list, page.Nodes...)
		if !page.PageInfo.HasNextPage {
			return list
		}
		request.After = page.PageInfo.EndCursor
	}
}

func countByHand(f *salon.ReportFigures, a *ent.Appointment, s *ent.Service) {
	pay := func(amounts []money.Amount) []money.Amount {
		if s.PriceMinorUnits == 0 {
			return amounts
		}
		for i := range amounts {
			if amounts[i].Currency == s.PriceCurrency {
				amounts[i].MinorUnits += s.PriceMinorUnits
				return amounts
			}
		}
		amounts = append(amounts, money.Amount{MinorUnits: s.PriceMinorUnits, Currency: s.PriceCurrency})
		slices.SortFunc(amounts, func(a, b money.Amount) int { return strings.Compare(a.Currency, b.Currency) })
		return amounts
	}
	if a.Status == appointment.StatusCANCELLED {
		f.Cancelled++
		return
	}
	if s.Delivery == service.DeliveryVIDEO {
		f.Video++
	}
	switch a.Status {
	case appointment.StatusCONFIRMED:
		f.Booked++
		f.ExpectedRevenue = pay(f.ExpectedRevenue)
	case appointment.StatusCOMPLETED:
		f.Completed++
		f.Revenue = pay(f.Revenue)
	case appointment.StatusNO_SHOW:
		f.NoShows++
	}
}
