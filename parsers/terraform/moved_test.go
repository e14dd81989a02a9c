package terraform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// Resources know the addresses that they had before, also where the module that they are in was moved.
func TestMoved(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"main.tf": `
			module "b" { source = "./m" }
			resource "aws_vpc" "now" {}
			resource "aws_vpc" "round" {}
			moved {
			  from = module.a["x"]
			  to   = module.b
			}
			moved {
			  from = aws_vpc.first
			  to   = aws_vpc.second[0]
			}
			moved {
			  from = aws_vpc.second[0]
			  to   = aws_vpc.now
			}
			moved {
			  from = aws_vpc.round
			  to   = aws_vpc.about
			}
			moved {
			  from = aws_vpc.about
			  to   = aws_vpc.round
			}
			moved {
			  from = local.nothing[var.x]
			  to   = aws_vpc.now
			}
			moved {}`,
		"m/main.tf": `
			resource "aws_subnet" "s" { count = 2 }
			resource "aws_subnet" "other" {}`,
		"m/moves.tf.json": `{"moved": [{"from": "aws_subnet.old", "to": "aws_subnet.s"}]}`,
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	g := load(t, filepath.ToSlash(dir), Options{})
	for address, want := range map[string]string{
		"aws_vpc.now":               "aws_vpc.second[0] aws_vpc.first",
		"module.b.aws_subnet.s[1]":  `module.b.aws_subnet.old[1] module.a["x"].aws_subnet.old[1]`,
		"module.b.aws_subnet.other": `module.a["x"].aws_subnet.other`,
	} {
		if r := g.ByAddress(address); r == nil || strings.Join(r.Formerly, " ") != want {
			t.Errorf("%s was %v, want %s", address, formerly(r), want)
		}
	}
	if n := len(formerly(g.ByAddress("aws_vpc.round"))); n != 20 {
		t.Errorf("a circle is followed %d times", n)
	}
}

func formerly(r *graph.Resource) []string {
	if r == nil {
		return nil
	}
	return r.Formerly
}
