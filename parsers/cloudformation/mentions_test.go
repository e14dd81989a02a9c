package cloudformation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/cloudformation"
)

func TestMentions(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/mentions")
	p, err := cloudformation.Open([]string{"main.yaml", "child.yaml"}, cloudformation.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := p.Load(cloudformation.Template{Path: "main.yaml"})
	var got []string
	for _, e := range aws.Edges(g) {
		line := fmt.Sprintf("%s.%s -> %s", e.From.Address, e.Attribute, e.To.Address)
		if !e.Certain {
			line += "?"
		}
		got = append(got, line)
	}
	want := []string{
		"Child.Parameters.Vpc -> Two?",
		"Child/Group.DependsOn -> Child/Other",
		"Child/Group.GroupDescription -> Two?",
		"Queue.QueueName -> Child/Group?",
		"Subnet.DependsOn -> One",
		"Subnet.VpcId -> One",
		"Subnet.CidrBlock -> Two?",
		"Subnet.DependsOn -> Two?",
		"Subnet.Metadata.Note -> Two?",
		"Subnet.VpcId -> Two?",
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}
