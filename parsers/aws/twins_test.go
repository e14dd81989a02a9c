package aws_test

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// vocabulary are kinds with their attributes, as the rules speak of them.
var vocabulary = []any{aws.AutoScalingGroup, aws.LaunchTemplate, aws.LoadBalancer, aws.TargetGroup, aws.Listener, aws.Database, aws.DatabaseSubnetGroup,
	aws.ReplicationGroup, aws.FileSystem, aws.MountTarget, aws.VPC, aws.Subnet, aws.SecurityGroup, aws.Instance, aws.Volume, aws.ECSService}

// oneSided are kinds that a language writes as parts of others: a link that stands alone in one is an argument in the
// other.
var oneSided = map[string]bool{"SecurityGroupRule": true, "SecurityGroupIngress": true, "SecurityGroupEgress": true, "RouteTableAssociation": true, "Route": true,
	"AutoScalingAttachment": true, "TargetGroupAttachment": true, "RolePolicyAttachment": true, "RolePolicy": true, "Secret": true, "SecretVersion": true,
	"FileBackupPolicy": true}

// apart are facts that one of the stacks writes in a way of its own, with the language that has them.
var apart = map[string]string{
	"AutoScalingGroup attached-to TargetGroup":  "CloudFormation: the other has an aws_autoscaling_attachment",
	"SecurityGroup admits SecurityGroup":        "both: Terraform has one of the rules as a resource of its own",
	"a AutoScalingGroup with GracePeriod 300":   "Terraform: the default of the language",
	"a AutoScalingGroup with GracePeriod 0":     "CloudFormation: the default of the language",
	"a TargetGroup with StickinessEnabled true": "CloudFormation: the other has a block stickiness without enabled, which is on",
	"a FileSystem with Backups ENABLED":         "CloudFormation: the other has an aws_efs_backup_policy",
	"a Database with SourceText main":           "Terraform: the other names the primary by a reference without a name",
}

// TestTwinGraphs holds the graphs of reference stacks in both languages against each other: how many there are of each
// kind, what they are related to, and what is known of their attributes.
func TestTwinGraphs(t *testing.T) {
	const dir = "../../testdata/architectures/"
	excused := map[string]bool{}
	for _, stack := range []string{"three-tier", "poor-three-tier"} {
		t.Run(stack, func(t *testing.T) {
			tf, cfn := summary(t, dir+stack+"-tf"), summary(t, dir+stack+"-cfn")
			if len(tf) < 20 {
				t.Fatalf("only %d facts are compared", len(tf))
			}
			for _, line := range slices.Sorted(maps.Keys(tf)) {
				if tf[line] == cfn[line] {
					continue
				}
				if excused[line] = true; apart[line] == "" {
					t.Errorf("%s: %d times in Terraform, %d times in CloudFormation", line, tf[line], cfn[line])
				}
			}
			for _, line := range slices.Sorted(maps.Keys(cfn)) {
				if tf[line] > 0 {
					continue
				}
				if excused[line] = true; apart[line] == "" {
					t.Errorf("%s: not in Terraform, %d times in CloudFormation", line, cfn[line])
				}
			}
		})
	}
	for line := range apart {
		if !excused[line] {
			t.Errorf("%s: no longer apart", line)
		}
	}
}

// summary counts what a graph says.
func summary(t *testing.T, dir string) map[string]int {
	t.Helper()
	scan, err := parsers.Discover([]string{dir}, parsers.Options{})
	if err != nil || len(scan.Units) != 1 {
		t.Fatal(dir, err)
	}
	g := scan.Units[0].Load()
	out := map[string]int{}
	for _, r := range g.Resources() {
		if kind := kindOf(r); kind != "" {
			out["a "+kind]++
		}
		for _, k := range vocabulary {
			for _, line := range known(k, r) {
				out[line]++
			}
		}
	}
	related := map[graph.Edge]bool{}
	for _, e := range aws.Edges(g) {
		from, to := kindOf(e.From), kindOf(e.To)
		if e.Relation == graph.References || from == "" || to == "" {
			continue
		}
		e.Attribute, e.Certain = "", true
		related[e] = true
	}
	for e := range related {
		out[fmt.Sprintf("%s %s %s", kindOf(e.From), e.Relation, kindOf(e.To))]++
	}
	return out
}

// kindOf is the kind of a resource that both languages write as one, or "".
func kindOf(r *graph.Resource) string {
	if kind := aws.KindName(r); r.Mode == graph.Managed && !oneSided[kind] {
		return kind
	}
	return ""
}

// known lists what is known of the attributes of a resource that is of a kind.
func known(kind any, r *graph.Resource) (out []string) {
	v := reflect.ValueOf(kind)
	k, ok := v.FieldByName("Kind").Interface().(aws.Kind)
	if !ok || r.Mode != graph.Managed || k.Includes(r) != graph.True {
		return nil
	}
	for i := range v.NumField() {
		var value any
		isKnown := false
		switch a := v.Field(i).Interface().(type) {
		case aws.Attr[bool]:
			value, isKnown = a.Of(r).Get()
		case aws.Attr[int]:
			value, isKnown = a.Of(r).Get()
		case aws.Attr[string]:
			value, isKnown = a.Of(r).Get()
		}
		if isKnown {
			out = append(out, fmt.Sprintf("a %s with %s %v", aws.KindName(r), v.Type().Field(i).Name, value))
		}
	}
	slices.SortFunc(out, cmp.Compare[string])
	return out
}
