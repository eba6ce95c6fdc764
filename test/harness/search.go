package harness

const SearchOperation = `query($branch: ID!, $from: LocalDate!, $to: LocalDate!, $secret: String) {
	bookableVideoConsultations(branchId: $branch, from: $from, to: $to, holdSecret: $secret) {
		service { id } staff { id } days { date starts } } }`
