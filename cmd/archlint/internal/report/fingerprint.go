package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/archlint/archlint/rules"
)

// GitHub tells alerts apart by a hash of the text from the start of their line, which its upload action computes as
// well, and compares. The parameters are its own; see fingerprints.ts in github/codeql-action.
const (
	hashWindow = 100    // UTF-16 code units that a line's hash is taken of, blanks not counted
	hashBase   = 37     // of the polynomial, modulo 2^64
	hashEnd    = 0xFFFF // stands for the end of the file; zeros follow
)

// lineHashes gives GitHub's hash of every line of a file, that of line n at n-1. A hash is a polynomial over the
// code units that follow the line's start, without spaces and tabs and with every line ending as one line feed; a
// number after it tells lines with equal hashes apart.
func lineHashes(content []byte) []string {
	var units []uint64 // without blanks
	var starts []int   // of lines, as indices of units
	fresh, afterCR := true, false
	add := func(u uint64) {
		if fresh {
			starts = append(starts, len(units))
		}
		fresh = u == '\n'
		units = append(units, u)
	}
	for _, u := range utf16.Encode([]rune(string(content))) {
		switch {
		case u == ' ' || u == '\t' || u == '\n' && afterCR:
			afterCR = false
		case u == '\r':
			afterCR = true
			add('\n')
		default:
			afterCR = false
			add(uint64(u))
		}
	}
	add(hashEnd)
	units = append(units, make([]uint64, hashWindow)...)

	out := make([]string, len(starts))
	times := make(map[uint64]int, len(starts))
	for n, start := range starts {
		var h uint64
		for _, u := range units[start : start+hashWindow] {
			h = h*hashBase + u
		}
		times[h]++
		out[n] = strconv.FormatUint(h, 16) + ":" + strconv.Itoa(times[h])
	}
	return out
}

// lineHash gives GitHub's hash of a line, counted from 1; "" where the file has no such line.
func (s *source) lineHash(line int) string {
	if s.hashes == nil {
		s.hashes = lineHashes(s.content)
	}
	if line < 1 || line > len(s.hashes) {
		return ""
	}
	return s.hashes[line-1]
}

// identities gives findings the same name in every run, whatever lines they stand in: a hash of the rule, the unit
// and the resource's address, numbered where one resource breaks one rule in several places.
type identities map[string]int

func (i identities) of(f *rules.Finding, unit string) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{f.Rule.ID, unit, f.Resource.Address}, "\x00")))
	return i.numbered(hex.EncodeToString(sum[:16]))
}

// numbered tells a name from those that are given already.
func (i identities) numbered(id string) string {
	i[id]++
	return fmt.Sprintf("%s:%d", id, i[id])
}
