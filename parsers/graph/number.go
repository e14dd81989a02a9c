package graph

import (
	"math/big"
	"strconv"

	"github.com/zclconf/go-cty/cty"
)

// mostBits is how large a number may be, and how small, for its digits to be written one by one: ten thousand of them.
const mostBits = 1 << 15

// Writable tells whether a known number has few enough digits to be written without an exponent, as Terraform does wherever it
// makes a text of one: a few bytes of source name numbers of which the text would fill the memory. Those that are infinite, as
// Terraform makes them where something is divided by zero, are written +Inf and -Inf.
func Writable(v cty.Value) bool {
	f := v.AsBigFloat()
	bits := f.MantExp(nil)
	return bits <= mostBits && bits >= -mostBits
}

// Digits writes a known number without an exponent; ok is false where it is not [Writable].
func Digits(v cty.Value) (text string, ok bool) {
	if !Writable(v) {
		return "", false
	}
	f := v.AsBigFloat()
	if i, exact := f.Int64(); exact == big.Exact && i != 0 { // nearly always; the shortest text of any number takes long to find
		return strconv.FormatInt(i, 10), true
	}
	return f.Text('f', -1), true
}
