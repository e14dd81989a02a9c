package terraform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// What an unread module is handed is found whatever way it takes there, also where no name leads to it; and each way is
// tried alone, so that none is found by the help of another.
func TestHidesWhatUnreadModulesAreHanded(t *testing.T) {
	for name, way := range map[string]string{
		"directly":                        `in = aws_sqs_queue.a.arn`,
		"in a branch":                     `in = var.x ? aws_sqs_queue.a.arn : ""`,
		"as an instance":                  `in = aws_sqs_queue.many[0].arn`,
		"all instances":                   `in = aws_sqs_queue.many[*].arn`,
		"by a local value":                `in = local.a`,
		"by for_each":                     "for_each = { x = aws_sqs_queue.a.arn }\n in = each.value",
		"by a for expression":             `in = [for q in [aws_sqs_queue.a] : q.arn]`,
		"by an attribute of another":      `in = aws_sqs_queue_policy.a.queue_url`,
		"by all of another":               `in = aws_sqs_queue_policy.a`,
		"by what a data source is handed": `in = data.aws_sqs_queue.a.arn`,
		"by a policy":                     `in = data.aws_iam_policy_document.a.json`,
		"by the tags of the provider":     `in = data.aws_default_tags.all.tags`,
		"by the account of the provider":  `in = data.aws_caller_identity.me.account_id`,
		"by a module":                     `in = module.b.out`,
	} {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Join(dir, "b"), 0o700); err != nil {
			t.Fatal(err)
		}
		for file, text := range map[string]string{
			"b/main.tf": "variable \"v\" {}\noutput \"out\" { value = var.v }\n",
			"main.tf": `
variable "x" {}
provider "aws" {
  allowed_account_ids = [aws_sqs_queue.account.name]
  default_tags { tags = { queue = aws_sqs_queue.tag.arn } }
}
resource "aws_sqs_queue" "a" {}
resource "aws_sqs_queue" "account" {}
resource "aws_sqs_queue" "tag" {}
resource "aws_sqs_queue" "apart" {}
resource "aws_sqs_queue" "many" { count = 2 }
resource "aws_sqs_queue_policy" "a" { queue_url = aws_sqs_queue.a.id }
data "aws_sqs_queue" "a" { name = aws_sqs_queue.a.name }
data "aws_default_tags" "all" {}
data "aws_caller_identity" "me" {}
data "aws_iam_policy_document" "a" {
  statement { resources = [aws_sqs_queue.a.arn] }
}
locals { a = aws_sqs_queue.a.arn }
module "b" {
  source = "./b"
  v      = aws_sqs_queue.a.arn
}
module "unread" {
  source = "example.com/unread"
  ` + way + "\n}\n",
		} {
			if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(file)), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		dir = filepath.ToSlash(dir)
		handed := map[string]bool{}
		full := load(t, dir, Options{})
		for _, gap := range full.Gaps {
			for _, attribute := range gap.Module.Source.Attributes() {
				for _, ref := range graph.Refs(gap.Module.Attribute(attribute)) {
					for _, r := range full.Targets(ref) {
						handed[r.Address] = true
					}
				}
			}
		}
		queues := 0
		g := load(t, dir, Options{})
		for _, r := range g.Resources() {
			if r.Mode != graph.Module && (g.Hides(r) == graph.Unknown) != handed[r.Address] {
				t.Errorf("%s: %s is handed to a module: %v, but Hides is %v", name, r.Address, handed[r.Address], g.Hides(r))
			}
			if handed[r.Address] && strings.HasPrefix(r.Address, "aws_sqs_queue.") {
				queues++
			}
		}
		if queues == 0 || handed["aws_sqs_queue.apart"] {
			t.Errorf("%s: the test hands over %v", name, handed)
		}
	}
}
