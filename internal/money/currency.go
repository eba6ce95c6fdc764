// Package money holds the currencies of ISO 4217.
package money

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/currency"
)

// Currency is a currency or a fund of ISO 4217.
type Currency struct {
	Code   string
	Digits int // decimal places of an amount: 2 for EUR, 0 for JPY
}

// Fallback is the currency where none has been chosen.
const Fallback = "EUR"

// codes lists the codes in use by the digits of the minor unit. The tables of golang.org/x/text and of browsers come from
// the CLDR, which drops digits that are rare in trade, such as those of RSD, LAK and IQD.
var codes = map[int]string{
	0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
	2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP
		COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
		JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN
		NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
		THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
	3: "BHD IQD JOD KWD LYD OMR TND",
	4: "CLF UYW",
}

var digits = digitsByCode()

func digitsByCode() map[string]int {
	byCode := map[string]int{}
	for n, list := range codes {
		for code := range strings.FieldsSeq(list) {
			byCode[code] = n
		}
	}
	return byCode
}

// Currencies returns all currencies in use, sorted by code.
func Currencies() []*Currency {
	var list []*Currency
	for _, code := range slices.Sorted(maps.Keys(digits)) {
		list = append(list, &Currency{code, digits[code]})
	}
	return list
}

// InUse reports whether a code, in capitals, names a currency. Precious metals, test codes and currencies of the past are none.
func InUse(code string) bool {
	_, ok := digits[code]
	return ok
}

// DigitsOf returns the decimal places of amounts in a currency, also in one that is not in use any longer.
func DigitsOf(code string) int {
	if n, ok := digits[code]; ok {
		return n
	}
	unit, err := currency.ParseISO(code)
	if err != nil {
		return 2
	}
	scale, _ := currency.Standard.Rounding(unit)
	return scale
}
