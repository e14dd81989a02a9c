package report

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/rules"
)

// rootFindings are the findings of one unit, in the order of the result.
type rootFindings struct {
	unit     string // as it is shown
	findings []*rules.Finding
}

// byRoot sorts findings by the units that they belong to, which are shown by their paths from the repository's root.
func (o Options) byRoot(all []*rules.Finding) []rootFindings {
	return grouped(all, func(f *rules.Finding) string { unit, _ := o.within(f.Unit); return unit })
}

// grouped sorts findings into groups by name.
func grouped(all []*rules.Finding, name func(*rules.Finding) string) []rootFindings {
	byName := map[string][]*rules.Finding{}
	for _, f := range all {
		n := name(f)
		byName[n] = append(byName[n], f)
	}
	out := make([]rootFindings, 0, len(byName))
	for n, findings := range byName {
		out = append(out, rootFindings{n, findings})
	}
	slices.SortFunc(out, func(a, b rootFindings) int { return strings.Compare(a.unit, b.unit) })
	return out
}

// levels counts findings by level.
func levels(all []*rules.Finding) (n [rules.Error + 1]int) {
	for _, f := range all {
		n[f.Level]++
	}
	return n
}

// countLevels tells how many findings there are of each level, the gravest first.
func countLevels(n [rules.Error + 1]int) string { return painter(false).counts(n) }

// counts tells the same, each level in its colour; "No findings" where there are none.
func (p painter) counts(n [rules.Error + 1]int) string {
	var words []string
	for l := rules.Error; ; l-- {
		if n[l] > 0 {
			words = append(words, p.level(l, count(n[l], l.String())))
		}
		if l == rules.Note {
			break
		}
	}
	if len(words) == 0 {
		return p.good("No findings")
	}
	return strings.Join(words, ", ")
}
