package report

import "github.com/archlint/archlint/rules/ladder"

// LadderHeading is the sentence on a ladder: the story and how far the workload has come.
func LadderHeading(l ladder.Ladder) string { return heading(l) }

// RungTold is what is told of a rung: the sign of whether it is reached, and what shows that.
func RungTold(r ladder.Rung) (sign, words string) { return rungSigns[r.Reached], rungWords(r) }

// WorkloadHeading names a workload with what it is for: "web tier shop".
func WorkloadHeading(w ladder.Review) string { return sortWords[w.Sort] + " " + w.Name }
