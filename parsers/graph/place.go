package graph

import (
	"cmp"
	"strings"
)

// Pos is a place in a file.
type Pos struct {
	Line int // from 1
	Byte int // offset from the start of the file, from 0; a byte order mark counts
}

// Range is the half-open stretch [Start, End) of a file. Columns are not kept: what a column counts differs from
// reader to reader, so each report computes its own from the bytes.
type Range struct {
	File       string // as it was opened, with forward slashes; "" where there is no place
	Start, End Pos
	// Address stands in place of lines in a file that has none for people, a plan: the address of a resource or an
	// attribute, without the keys of instances, which are written once.
	Address string
}

// Known tells whether the range is a place at all.
func (r Range) Known() bool { return r.File != "" && (r.Start.Line > 0 || r.Address != "") }

// Compare orders ranges by file, then start, then end; those that have addresses in place of lines by these.
func (r Range) Compare(o Range) int {
	switch {
	case r.File != o.File:
		return strings.Compare(r.File, o.File)
	case r.Address != o.Address:
		return strings.Compare(r.Address, o.Address)
	case r.Start.Byte != o.Start.Byte:
		return r.Start.Byte - o.Start.Byte
	}
	return r.End.Byte - o.End.Byte
}

// A Step is one station of the way that a value took to where it is used: an attribute, a local, an argument of a
// module call, the default of a variable.
type Step struct {
	Kind  StepKind
	Name  string // in the language's own words: "var.multi_az", "local.azs", "module.db", "Parameters.MultiAZ"
	Range Range  // what was written there
}

// StepKind tells what a Step is.
type StepKind uint8

// The stations a value can pass.
const (
	Written  StepKind = iota // the attribute itself
	Local                    // a local value
	Argument                 // an argument of a module call, or a parameter of a nested stack
	Output                   // an output of a module or stack
	Given                    // a value given from outside: tfvars, --var, a parameter file
	Fallback                 // the default of a variable or parameter, which decided the value
)

// Severity grades a Diagnostic.
type Severity uint8

// Diagnostics are about what was read, not about the architecture.
const (
	Info Severity = iota
	Warning
	Error
)

// String is "info", "warning" or "error".
func (s Severity) String() string { return [...]string{"info", "warning", "error"}[s] }

// A Diagnostic is a trouble in reading or evaluating a file. It never stops the run.
type Diagnostic struct {
	Severity Severity
	Range    Range  // of the cause; only File is set where there is no better place
	Message  string // what is wrong and what can be done, without the place
}

// Compare orders diagnostics by place, then message.
func (d Diagnostic) Compare(o Diagnostic) int {
	return cmp.Or(d.Range.Compare(o.Range), strings.Compare(d.Message, o.Message))
}

// A NamedFile is a file that a user names for a unit elsewhere than on the command line.
type NamedFile struct {
	Path     string // with forward slashes
	At       Range  // where it is named
	Optional bool   // that it fits nothing that is read is no mistake, because not all is read that it may be for
}
