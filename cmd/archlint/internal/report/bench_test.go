package report

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// How long it takes to write many findings, each on a line of its own, in each format: four times as many must take about
// four times as long.
func BenchmarkFormats(b *testing.B) {
	for _, f := range []struct {
		name  string
		write Writer
	}{
		{"text", Text}, {"json", JSON}, {"sarif", SARIF}, {"github", Annotations}, {"gitlab", CodeQuality}, {"junit", JUnit},
		{"checkstyle", Checkstyle}, {"markdown", Markdown},
	} {
		for _, n := range []int{2_500, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", f.name, n), func(b *testing.B) {
				res, o := lined(n), options()
				source := []byte(strings.Repeat(row, n))
				o.Read = func(string) ([]byte, error) { return source, nil }
				b.ReportAllocs()
				for b.Loop() {
					if err := f.write(io.Discard, res, o); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

const row = "multi_az = false # a line as any other\n"

// lined is a result of n findings, each on a line of its own of one file.
func lined(n int) rules.Result {
	res := rules.Result{Rules: fakeRules, Units: 1, Resources: n}
	for i := range n {
		rule := fakeRules[i%2]
		at := graph.Range{File: "main.tf", Start: graph.Pos{Line: i + 1, Byte: i * len(row)}, End: graph.Pos{Line: i + 1, Byte: i*len(row) + len("multi_az = false")}}
		address := fmt.Sprintf("aws_db_instance.db%d", i)
		res.Findings = append(res.Findings, &rules.Finding{Rule: rule, Level: rule.Level, Message: address + " stands in one zone", Range: at,
			Resource: rules.Subject{Address: address, Type: "aws_db_instance", Range: at}, Unit: ".", Instances: 1})
	}
	return res
}
