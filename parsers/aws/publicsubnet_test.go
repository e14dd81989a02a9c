package aws_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// The subnets of testdata/subnets are called after what their routes make them.
func TestPublicSubnet(t *testing.T) {
	files, err := filepath.Glob("../../testdata/subnets/*")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			counts := map[graph.Tri]int{}
			for sub := range aws.Subnet.In(load(t, file)) {
				wanted := graph.Unknown
				switch name := strings.ToLower(sub.Name); {
				case strings.HasPrefix(name, "public"):
					wanted = graph.True
				case strings.HasPrefix(name, "private"):
					wanted = graph.False
				case !strings.HasPrefix(name, "unknown"):
					t.Fatalf("%s is called after no kind of subnet", sub.Address)
				}
				if got := aws.PublicSubnet(sub); got != wanted {
					t.Errorf("%s is public: %v", sub.Address, got)
				}
				counts[wanted]++
			}
			for _, v := range []graph.Tri{graph.True, graph.False, graph.Unknown} {
				if counts[v] == 0 {
					t.Errorf("no subnet for which public is %v", v)
				}
			}
		})
	}
}

// load reads the only unit of a file, copied to a directory of its own.
func load(t *testing.T, file string) *graph.Graph {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)), content, 0o600); err != nil {
		t.Fatal(err)
	}
	scan, err := parsers.Discover([]string{dir}, parsers.Options{})
	if err != nil || len(scan.Units) != 1 {
		t.Fatal(file, len(scan.Units), err)
	}
	return scan.Units[0].Load()
}
