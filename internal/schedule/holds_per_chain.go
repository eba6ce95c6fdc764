package schedule

// HoldsPerChain is how many times the hold time a hold lives at most, however often it is replaced: enough to look at other
// starts, too short to keep one from everybody.
const HoldsPerChain = 3
