package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A tellable is how many diagnostics are told one by one: of each file, and in all. One file that is no source at all, or
// that a program has spoilt, may make a hundred thousand, and would bury all that is said of others. JSON and the formats
// for programs have them all.
type tellable struct{ ofFile, all int }

// A trouble is a diagnostic that is told, or how many others there are.
type trouble struct {
	graph.Diagnostic
	rest bool // the message counts others: of the file, or of other files where it names none
}

// tell chooses the gravest diagnostics of each file, in the order they have, and tells behind those of each file how many
// others it has. Those of files of which none is told are counted at the end.
func (most tellable) tell(all []graph.Diagnostic) []trouble {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(all[b].Severity, all[a].Severity) })
	ofFile := map[string]int{}
	chosen := make([]bool, len(all))
	left := most.all
	for _, i := range order {
		if file := all[i].Range.File; left > 0 && ofFile[file] < most.ofFile {
			chosen[i] = true
			ofFile[file]++
			left--
		}
	}
	rest := map[string]*others{} // by file, "" for all of those of which none is told
	last := map[string]int{}     // the last that is told of each file
	unnamed := map[string]bool{}
	for i, d := range all {
		file := d.Range.File
		if chosen[i] {
			last[file] = i
			continue
		}
		if ofFile[file] == 0 {
			unnamed[file] = true
			file = ""
		}
		if rest[file] == nil {
			rest[file] = &others{}
		}
		rest[file].add(d.Severity)
	}
	var out []trouble
	for i, d := range all {
		if !chosen[i] {
			continue
		}
		out = append(out, trouble{Diagnostic: d})
		if file := d.Range.File; last[file] == i && rest[file] != nil && file != "" {
			out = append(out, rest[file].trouble(file, "here"))
		}
	}
	if r := rest[""]; r != nil {
		where := "in all"
		if n := len(unnamed); n > 0 {
			where = "in " + count(n, "other file")
		}
		out = append(out, r.trouble("", where))
	}
	return out
}

// others are diagnostics that are not told one by one, by severity.
type others [graph.Error + 1]int

func (o *others) add(s graph.Severity) { o[s]++ }

// trouble tells how many they are; it is as grave as the gravest.
func (o *others) trouble(file, where string) trouble {
	var words []string
	gravest := graph.Info
	for s := graph.Error; ; s-- {
		if n := o[s]; n > 0 {
			noun := s.String()
			if s == graph.Info {
				noun = "note"
			}
			gravest = max(gravest, s)
			words = append(words, more(n, noun))
		}
		if s == graph.Info {
			break
		}
	}
	return trouble{rest: true, Diagnostic: graph.Diagnostic{Severity: gravest, Range: graph.Range{File: file},
		Message: fmt.Sprintf("and %s %s; --format json has them all", strings.Join(words, ", "), where)}}
}
