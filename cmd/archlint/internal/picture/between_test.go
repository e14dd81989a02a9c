package picture_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/archlint/archlint/cmd/archlint/internal/picture"
	"github.com/archlint/archlint/parsers"
)

// sceneOf draws the one root that a text of Terraform is; nil for none.
func sceneOf(t *testing.T, text string) *picture.Scene {
	t.Helper()
	if text == "" {
		return nil
	}
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte("-- main.tf --\n" + text)).Files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	scan, err := parsers.Discover([]string{dir}, parsers.Options{})
	if err != nil || len(scan.Units) != 1 {
		t.Fatal(err, scan)
	}
	return picture.New(scan.Units[0].Load(), nil)
}

// states writes what a scene shows, and how it stands.
func states(sc *picture.Scene) string {
	var out []string
	for _, n := range sc.Networks {
		line := "network " + n.Name + " " + n.State.String() + ":"
		for _, z := range n.Zones {
			line += " " + z.Name
		}
		out = append(out, line)
	}
	for _, b := range sc.Boxes {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %v %s %s", b.Name, b.Zones, b.State, b.Detail)))
	}
	for _, l := range sc.Lines {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s to %s %s", l.From.Name, l.To.Name, l.State)))
	}
	return strings.Join(out, "\n")
}

// network is a VPC with a subnet in each of some zones.
func network(name string, zones ...string) string {
	out := fmt.Sprintf("resource \"aws_vpc\" %q {\n  cidr_block = \"10.0.0.0/16\"\n}\n", name)
	for _, z := range zones {
		out += fmt.Sprintf("resource \"aws_subnet\" \"%s_%s\" {\n  vpc_id            = aws_vpc.%[1]s.id\n  availability_zone = \"eu-west-1%[2]s\"\n}\n", name, z)
	}
	return out
}

// instance is one in a subnet.
func instance(name, subnet, size string) string {
	return fmt.Sprintf("resource \"aws_instance\" %q {\n  subnet_id     = aws_subnet.%s.id\n  instance_type = %q\n}\n", name, subnet, size)
}

func TestBetween(t *testing.T) {
	for name, c := range map[string]struct {
		then, now string
		moved     map[string]string
		want      string
	}{
		"the same": {then: network("n", "a") + instance("w", "n_a", "t3.micro"), now: network("n", "a") + instance("w", "n_a", "t3.micro"),
			want: "network n : eu-west-1a\nw [0]  t3.micro"},
		"a larger one": {then: network("n", "a") + instance("w", "n_a", "t3.micro"), now: network("n", "a") + instance("w", "n_a", "t3.large"),
			want: "network n : eu-west-1a\nw [0] changed t3.large · before: t3.micro"},
		"one more, one less": {then: network("n", "a") + instance("v", "n_a", "t3.micro"), now: network("n", "a") + instance("w", "n_a", "t3.micro"),
			want: "network n : eu-west-1a\nv [0] removed t3.micro\nw [0] added t3.micro"},
		"moved by the source": {then: network("n", "a") + instance("v", "n_a", "t3.micro"), now: network("n", "a") + instance("w", "n_a", "t3.micro"),
			moved: map[string]string{"aws_instance.v": "aws_instance.w"},
			want:  "network n : eu-west-1a\nw [0]  t3.micro"},
		"to a zone before the others": {then: network("n", "b") + instance("w", "n_b", "t3.micro"), now: network("n", "a") + instance("w", "n_a", "t3.micro"),
			want: "network n : eu-west-1a eu-west-1b\nw [0] changed t3.micro · before: eu-west-1b"},
		"a network that is gone": {then: network("n", "a") + instance("w", "n_a", "t3.micro"), now: network("m", "c") + instance("w", "m_c", "t3.micro"),
			want: "network m added: eu-west-1c\nnetwork n removed: eu-west-1a\nw [0] changed t3.micro · before: in private subnets of n"},
		"a unit that is new":  {now: "resource \"aws_sqs_queue\" \"q\" {}\n", want: "q [] added"},
		"a unit that is gone": {then: "resource \"aws_sqs_queue\" \"q\" {}\n", want: "q [] removed"},
		"a line that is gone": {then: "resource \"aws_sqs_queue\" \"q\" {\n  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 3 })\n}\nresource \"aws_sqs_queue\" \"dead\" {}\n",
			now:  "resource \"aws_sqs_queue\" \"q\" {}\nresource \"aws_sqs_queue\" \"dead\" {}\n",
			want: "dead []\nq []\nq to dead removed"},
	} {
		t.Run(name, func(t *testing.T) {
			got := picture.Between(sceneOf(t, c.then), sceneOf(t, c.now), c.moved)
			if s := states(got); s != c.want {
				t.Errorf("got\n%s\nwant\n%s", s, c.want)
			}
			if differs := strings.Contains(c.want, "ed"); got.Changed() != differs {
				t.Errorf("changed: %v", got.Changed())
			}
		})
	}
}
