package salon

// CanStrand is canStrand.
var CanStrand = canStrand
