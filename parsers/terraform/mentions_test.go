package terraform_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform"
)

// edgesOf writes the edges of a graph, the uncertain ones with a question mark.
func edgesOf(g *graph.Graph) (out []string) {
	for _, e := range aws.Edges(g) {
		line := fmt.Sprintf("%s.%s -> %s", e.From.Address, e.Attribute, e.To.Address)
		if !e.Certain {
			line += "?"
		}
		out = append(out, line)
	}
	return out
}

func TestMentions(t *testing.T) {
	const dir = "../../testdata/terraform/mentions"
	project, err := terraform.Open([]string{dir, dir + "/m"}, terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := project.Load(dir)
	want := `
aws_eip.out.instance -> module.m[1].aws_instance.i?
aws_instance.web.ami -> aws_vpc.one
aws_instance.web.connection.host -> aws_vpc.one
aws_instance.web.key_name -> aws_vpc.one?
aws_instance.web.user_data -> aws_vpc.one?
aws_instance.web.ebs_block_device.snapshot_id -> aws_vpc.two[0]?
aws_instance.web.provisioner.command -> aws_vpc.two[0]
aws_instance.web.provisioner.command -> aws_vpc.two[1]
aws_sqs_queue.json.depends_on -> aws_vpc.one
aws_sqs_queue.json.name -> aws_vpc.two[1]?
aws_sqs_queue.json.depends_on -> module.m[0].aws_instance.i?
aws_sqs_queue.json.depends_on -> module.m[1].aws_instance.i?
aws_subnet.counted[0].depends_on -> aws_vpc.one
aws_subnet.counted[0].vpc_id -> aws_vpc.one?
aws_subnet.counted[0].count -> aws_vpc.two[0]
aws_subnet.counted[0].vpc_id -> aws_vpc.two[0]
aws_subnet.counted[0].count -> aws_vpc.two[1]
aws_subnet.counted[0].lifecycle.replace_triggered_by -> aws_vpc.two[1]
aws_subnet.counted[1].depends_on -> aws_vpc.one
aws_subnet.counted[1].vpc_id -> aws_vpc.one?
aws_subnet.counted[1].count -> aws_vpc.two[0]
aws_subnet.counted[1].count -> aws_vpc.two[1]
aws_subnet.counted[1].lifecycle.replace_triggered_by -> aws_vpc.two[1]
aws_subnet.counted[1].vpc_id -> aws_vpc.two[1]
module.m[0].aws_instance.i.subnet_id -> aws_vpc.two[0]?
module.m[1].aws_instance.i.subnet_id -> aws_vpc.two[1]?`
	if got := strings.Join(edgesOf(g), "\n"); got != strings.TrimPrefix(want, "\n") {
		t.Errorf("got\n%s\nwant%s", got, want)
	}
}

// TestMentionsAreBounded builds what would mention itself without end, and what would make an edge from everything to
// everything.
func TestMentionsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("variable \"on\" {\n  default = false\n}\nlocals {\n  l0 = aws_sns_topic.many\n")
	for i := 1; i <= 2_000; i++ {
		fmt.Fprintf(&b, "  l%d = [local.l%d, local.l%d, aws_sqs_queue.q%d]\n", i, i-1, max(i-2, 0), i%50)
	}
	b.WriteString("}\nresource \"aws_sns_topic\" \"many\" {\n  count = 2000\n  name = false ? local.l2000[0] : aws_sns_topic.other[count.index + 0].id\n}\n")
	b.WriteString("resource \"aws_sns_topic\" \"other\" {\n  count = 2000\n  name = true ? \"n\" : aws_sns_topic.many[*].id\n}\n")
	for i := range 50 {
		fmt.Fprintf(&b, "resource \"aws_sqs_queue\" \"q%d\" {}\n", i)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	dir = filepath.ToSlash(dir)
	project, err := terraform.Open([]string{dir}, terraform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := project.Load(dir)
	edges := aws.Edges(g)
	if n := len(edges); n < 4_000 || n > 300_000 {
		t.Errorf("there are %d edges", n)
	}
}
