package salon

import (
	"context"
	"fmt"
	"strings"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/placeholder"
)

// reportKeys are the columns of which a row of a report has one value.
var reportKeys = map[ReportGrouping]string{
	ReportByPerson:  "appointments.person_id",
	ReportByService: "appointments.service_id",
	ReportByBranch:  "appointments.branch_id",
}

// appointmentCounts finds the appointments of each branch by its index and in the bounds of its zone. It counts them by service before it
// looks at the services, since there are millions of appointments in a chain.
const appointmentCounts = `WITH zones (time_zone, %s) AS (VALUES %s),
	counted (row_key, status, service_id, appointments) AS (
		SELECT %s, appointments.status, appointments.service_id, count(*)
		FROM zones
			JOIN branches ON branches.time_zone = zones.time_zone
			JOIN appointments ON appointments.branch_id = branches.id AND appointments.starts_at >= bound_0 AND appointments.starts_at < bound_%d
		WHERE appointments.status <> 'HELD'%s
		GROUP BY 1, 2, 3)
	SELECT row_key, status, services.delivery, services.price_currency, CAST(sum(appointments) AS BIGINT),
		CAST(sum(appointments * services.price_minor_units) AS BIGINT)
	FROM counted JOIN services ON services.id = counted.service_id
	GROUP BY 1, 2, 3, 4`

// countAppointments counts the appointments of the branches in the parts of the range, in one statement.
func countAppointments(ctx context.Context, client *ent.Client, search ReportSearch, branches []*ent.Branch, parts []reportPart) (counts []reportCount, err error) {
	zones, err := reportZones(branches, parts)
	if err != nil || len(zones) == 0 {
		return nil, err
	}
	statement, values := countStatement(search, actor.Of(ctx).Role == actor.Owner, branches, parts, zones)
	rows, err := client.QueryContext(ctx, statement, values...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var c reportCount
		if err := rows.Scan(&c.key, &c.status, &c.delivery, &c.currency, &c.count, &c.minorUnits); err != nil {
			return nil, err
		}
		counts = append(counts, c)
	}
	return counts, rows.Err()
}

// countStatement returns the statement with its values. Owners may have more branches than a statement can name.
func countStatement(search ReportSearch, isOwner bool, branches []*ent.Branch, parts []reportPart, zones []reportZone) (statement string, values []any) {
	columns := make([]string, len(parts)+1)
	for i := range columns {
		columns[i] = fmt.Sprint("bound_", i)
	}
	rows := make([]string, len(zones))
	for i, zone := range zones {
		values = append(values, zone.timeZone)
		bounds := make([]string, len(zone.bounds))
		for j, bound := range zone.bounds {
			bounds[j] = fmt.Sprint(int64(bound))
		}
		rows[i] = fmt.Sprintf("(%s, %s)", placeholder.ListFrom(i+1, 1), strings.Join(bounds, ", "))
	}
	where := ""
	if search.BranchID != nil || !isOwner {
		where = " AND branches.id IN (" + placeholder.ListFrom(len(values)+1, len(branches)) + ")"
		for _, branch := range branches {
			values = append(values, branch.ID)
		}
	}
	key, known := reportKeys[search.GroupBy]
	if !known {
		key = monthAt(parts)
	}
	return fmt.Sprintf(appointmentCounts, strings.Join(columns, ", "), strings.Join(rows, ", "), key, len(parts), where), values
}

// monthAt returns the expression for the month in which an appointment starts. Their names are digits.
func monthAt(months []reportPart) string {
	expression := "CASE"
	for i, month := range months {
		expression += fmt.Sprintf(" WHEN appointments.starts_at < bound_%d THEN '%s'", i+1, month.name)
	}
	return expression + " END"
}
