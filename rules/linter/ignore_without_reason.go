package linter

import (
	"fmt"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var ignoreWithoutReason = &rules.Rule{
	ID: "AL002", Name: "ignore-without-reason", Level: rules.Note, Story: rules.Housekeeping,
	Title: "Ignore without a reason, or past its last day",
	Why: `Whoever comes next sees that a fault was accepted, but not why, and can neither judge whether that still holds nor dare to mend it. So an ignore says its reason, best
with the decision that it rests on. One that was meant for a while says until when: from the day after it silences nothing, and its findings are reported again.`,
	Fix: rules.Fix{
		Advice: "Write the reason behind the rules that are ignored, and move the last day or remove the ignore.",
		Terraform: `# archlint:ignore AL101 one group on purpose, see ADR-12 until=2027-03-31
resource "aws_autoscaling_group" "batch" {
  vpc_zone_identifier = [aws_subnet.a.id]
}`,
		CloudFormation: `Batch:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    # archlint:ignore AL101 one group on purpose, see ADR-12 until=2027-03-31
    VPCZoneIdentifier: [!Ref SubnetA]`,
	},
	See: []string{documentation},
	Remarks: func(p *rules.RemarkPass) {
		for _, r := range p.Remarks {
			if r.Unsure == graph.Elsewhere || !slices.ContainsFunc(r.Names, of) {
				continue
			}
			switch ids := named(r); {
			case r.Ended:
				p.Report(graph.True, r, r.Until.Range, fmt.Sprintf("this ignore of %s has ended on %s: what it silenced is reported again", ids, r.Until.Text))
			case r.Reason == "":
				p.Report(graph.True, r, r.Range, fmt.Sprintf("no reason is given for ignoring %s", ids))
			case r.Misdated:
				p.Report(graph.Unknown, r, r.Range, fmt.Sprintf("whether it has ended is not known: %q is no date", r.Until.Text))
			default:
				p.Report(graph.False, r, r.Range, "")
			}
		}
	},
}

// of tells whether a name in an ignore means a rule that may be ignored and of which it is not known that it finds no
// fault: else the ignore is of no use, and its reason of no interest.
func of(n rules.Named) bool {
	return n.Rule != nil && n.Rule.Remarks == nil && !(n.Judged && n.Faulty == graph.False)
}

// named lists the rules that an ignore names.
func named(r *rules.Remark) string {
	var ids []string
	for _, n := range r.Names {
		if of(n) {
			ids = append(ids, n.Rule.ID)
		}
	}
	return strings.Join(ids, ", ")
}
