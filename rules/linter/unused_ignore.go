package linter

import (
	"fmt"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var unusedIgnore = &rules.Rule{
	ID: "AL001", Name: "unused-ignore", Level: rules.Warning, Story: rules.Housekeeping,
	Title: "Ignore that silences nothing",
	Why: `An ignore says that a fault is known and meant. Where the fault is gone, the name is misspelled, or the comment has come to stand at something else, it says so of
nothing: whoever reads it believes in a fault that is not there, and the next one that is made in the same place goes unseen. Nothing is said of an ignore where the verdict
that it speaks of was left open, where its rule did not run, or where not all who use the file were read.`,
	Fix: rules.Fix{
		Advice: "Remove the ignore or the rule from its list; put it directly above the attribute, resource or module call that it is about, or at the end of its first line.",
		Terraform: `# archlint:ignore AL501 rebuilt from the queue within minutes, see ADR-12
resource "aws_db_instance" "cache" {
  multi_az = false
}`,
		CloudFormation: `Database:
  Type: AWS::RDS::DBInstance
  Metadata:
    archlint:
      ignore:
        - rule: AL501
          reason: rebuilt from the queue within minutes, see ADR-12
  Properties:
    MultiAZ: false`,
	},
	See: []string{documentation},
	Remarks: func(p *rules.RemarkPass) {
		for _, r := range p.Remarks {
			if r.Unsure == graph.Elsewhere {
				continue
			}
			if len(r.Names) == 0 {
				p.Report(graph.True, r, r.Range, "this ignore names no rule: write archlint:ignore, the ID or the name of the rule, and the reason")
				continue
			}
			for _, n := range r.Names {
				judge(p, r, n)
			}
			if r.Misdated {
				p.Report(graph.True, r, r.Until.Range, fmt.Sprintf("%q is no date, so that this ignore has no end: write it as 2027-03-31", r.Until.Text))
			}
		}
	},
}

// judge tells what is wrong with a name in an ignore.
func judge(p *rules.RemarkPass, r *rules.Remark, n rules.Named) {
	found := func(format string, args ...any) { p.Report(graph.True, r, n.Range, fmt.Sprintf(format, args...)) }
	switch {
	case n.Rule == nil && slices.Contains([]string{"*", "all"}, strings.ToLower(n.Text)):
		found("there is no ignore for all rules: name those that are meant")
	case n.Rule == nil && n.Near != "":
		found("no rule is called %q; did you mean %s?", n.Text, n.Near)
	case n.Rule == nil:
		found("no rule is called %q; archlint rules lists them", n.Text)
	case n.Rule.Remarks != nil:
		found("%s is about ignores themselves and cannot be ignored: mend what it reports, or turn it off in the configuration", n.Rule.ID)
	case !r.Covers.Known() && r.Unsure != "":
		p.Report(graph.Unknown, r, n.Range, r.Unsure)
	case !r.Covers.Known():
		found("this ignore of %s stands at nothing: put it directly above a resource, an attribute or a module call, or at the end of its first line", n.Rule.ID)
	case n.Forbidden:
		found("the configuration does not allow %s %s to be ignored here", n.Rule.ID, n.Rule.Name)
	case !n.Judged:
	case n.Faulty == graph.Unknown && !r.Ended:
		p.Report(graph.Unknown, r, n.Range, "whether "+n.Rule.ID+" finds fault with this is not known: "+n.Reason)
	case n.Faulty == graph.False:
		found("%s %s finds no fault with this: the ignore silences nothing", n.Rule.ID, n.Rule.Name)
	}
}
