package graph

// An Ignore is a remark in a file that what is found at a place is meant to be so. It is kept as it was written: what a
// rule is called, and what day it is, the graph does not know.
type Ignore struct {
	Range  Range  // the remark itself, on one line
	Rules  []Word // the rules that it names, as written; none where it names none
	Reason string // "" where it gives none
	Until  Word   // the last day on which it holds; no text where it has no end
	// Covers is what it speaks of: an attribute, a block, a whole file. It is not known where the remark stands at nothing.
	Covers Range
	File   bool // it speaks of a whole file
	// Block is the resource or the call that it speaks of or that it stands in, where there is one.
	Block Range
	// Unsure says why it cannot be told from here whether the ignore is of any use: "" where it can.
	Unsure string
}

// Elsewhere is why an ignore is not judged that stands in a file which is not among those that are linted: others than
// these may need it, and whoever lints can do nothing about it.
const Elsewhere = "its file is not among those that are linted"

// A Word is a word of a file with its place.
type Word struct {
	Text  string
	Range Range
}

// Contains tells whether another range stands within this one, both with lines in the same file.
func (r Range) Contains(o Range) bool {
	return r.File == o.File && r.Start.Line > 0 && o.Start.Line > 0 && r.Start.Byte <= o.Start.Byte && o.End.Byte <= r.End.Byte
}
