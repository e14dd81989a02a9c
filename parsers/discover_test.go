package parsers

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

const stacks = `
-- infra/prod/main.tf --
provider "aws" {
  region = "eu-west-1"
}
module "net" {
  source = "../modules/net"
}
-- infra/modules/net/main.tf --
resource "aws_subnet" "a" {
  cidr_block = "10.0.0.0/24"
}
-- stacks/net.yaml --
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: {CidrBlock: 10.0.0.0/24}
-- stacks/compose.yaml --
services: {}
`

func TestDiscover(t *testing.T) {
	plant(t, stacks)
	for _, c := range []struct {
		paths []string
		want  string
	}{
		{[]string{"."}, "stacks/net.yaml (cloudformation): Subnet; infra/prod (terraform): module.net.aws_subnet.a"},
		{[]string{"infra/prod/main.tf"}, "infra/prod (terraform): module.net.aws_subnet.a"},
		{[]string{"stacks"}, "stacks/net.yaml (cloudformation): Subnet"},
		{[]string{"-"}, "- (cloudformation): Bucket"},
	} {
		scan, err := Discover(c.paths, Options{Stdin: []byte("Resources: {Bucket: {Type: AWS::S3::Bucket}}\n")})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i, u := range scan.Units {
			if i > 0 && u.Size > scan.Units[i-1].Size {
				t.Errorf("%s, of %d bytes, comes after a smaller unit", u.Path, u.Size)
			}
			g := u.Load()
			if g.Unit != u.Path || g.Language != u.Language {
				t.Errorf("the graph of %s is that of %s", u.Path, g.Unit)
			}
			var addresses []string
			for _, r := range g.Resources() {
				if r.Mode == graph.Managed {
					addresses = append(addresses, r.Address)
				}
			}
			got = append(got, fmt.Sprintf("%s (%s): %s", u.Path, u.Language, strings.Join(addresses, " ")))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%v:\n got %s\nwant %s", c.paths, s, c.want)
		}
	}
}

func TestDiscoverRefusesUnusableOptions(t *testing.T) {
	plant(t, stacks)
	for want, o := range map[string]Options{
		"nowhere.tfvars": {VarFiles: []string{"nowhere.tfvars"}},
		"nonsense":       {Vars: []string{"nonsense"}},
	} {
		if _, err := Discover([]string{"."}, o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// A tree of 2,000 files, of which a tenth are templates or roots.
func BenchmarkDiscover(b *testing.B) {
	dir := b.TempDir()
	for i := range 200 {
		sub := filepath.Join(dir, fmt.Sprint("d", i))
		if err := os.MkdirAll(sub, 0o755); err != nil {
			b.Fatal(err)
		}
		for j := range 10 {
			name, content := fmt.Sprint("f", j, ".json"), strings.Repeat(`{"a": 1}`, 200)
			if j == 0 {
				name, content = "main.tf", "resource \"a\" \"b\" {}\n"
			}
			if err := os.WriteFile(filepath.Join(sub, name), []byte(content), 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	for b.Loop() {
		scan, err := Discover([]string{dir}, Options{})
		if err != nil || len(scan.Units) != 200 {
			b.Fatal(len(scan.Units), err)
		}
	}
}
