package aws

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/graph"
)

// guarded is a graph of databases that one group guards, with rules for addresses that hold nobody, and of instances.
func guarded(t *testing.T, rules, instances, databases int) *graph.Graph {
	t.Helper()
	var b strings.Builder
	b.WriteString("resource \"aws_security_group\" \"app\" {}\nresource \"aws_security_group\" \"db\" {\n")
	for i := range rules {
		fmt.Fprintf(&b, "  ingress {\n    from_port   = 0\n    to_port     = 65535\n    protocol    = \"tcp\"\n    cidr_blocks = [\"10.%d.%d.0/24\"]\n  }\n", 100+i>>8, i&255)
	}
	fmt.Fprintf(&b, `}
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "main" {
  count      = %d
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}
resource "aws_instance" "app" {
  count                  = %d
  subnet_id              = aws_subnet.main[0].id
  vpc_security_group_ids = [aws_security_group.app.id]
}
resource "aws_instance" "apart" {
  count                  = %[1]d
  subnet_id              = aws_subnet.main[count.index].id
  vpc_security_group_ids = [aws_security_group.app.id]
}
resource "aws_db_instance" "db" {
  count                  = %d
  engine                 = "mysql"
  port                   = 1000 + count.index
  vpc_security_group_ids = [aws_security_group.db.id]
}
`, instances, instances, databases)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	scan, err := parsers.Discover([]string{dir}, parsers.Options{})
	if err != nil || len(scan.Units) != 1 {
		t.Fatal(len(scan.Units), err)
	}
	return scan.Units[0].Load()
}

// Compute that carries the same groups in the same subnets is one party, and no other.
func TestParties(t *testing.T) {
	g := guarded(t, 1, 3, 1)
	parties := map[*party]int{}
	for i := range Instance.In(g) {
		parties[partyOf(i)]++
	}
	if len(parties) != 3 || parties[partyOf(g.ByAddress("aws_instance.app[2]"))] != 4 {
		t.Errorf("%d parties, %d of them one", len(parties), parties[partyOf(g.ByAddress("aws_instance.app[2]"))])
	}
}

// What rules there are times whom they may admit times the ports that are asked for is not compared for ever, and what was not
// compared is not told.
func TestComparisonsAreBounded(t *testing.T) {
	few := guarded(t, 10, 10, 10)
	for db := range Database.In(few) {
		for i := range Instance.In(few) {
			if got := Reaches(i, db); got != graph.False {
				t.Fatalf("%s reaches %s: %v", i.Address, db.Address, got)
			}
		}
	}
	const many = 170 // its third power is more than may be compared
	g := guarded(t, many, many, many)
	told := map[graph.Tri]int{}
	for db := range Database.In(g) {
		for i := range Instance.In(g) {
			told[Reaches(i, db)]++
		}
	}
	if told[graph.True] > 0 || told[graph.False] < many*many || told[graph.Unknown] < many {
		t.Errorf("it is told %v", told)
	}
	doubts := ""
	for _, d := range g.TakeDoubts() {
		doubts += d.Message + "\n"
	}
	if !strings.Contains(doubts, "whom aws_security_group.db admits is not known: there are too many rules") {
		t.Errorf("the reason is %q", doubts)
	}
}
