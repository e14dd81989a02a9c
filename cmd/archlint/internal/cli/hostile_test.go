package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/archlint/archlint/rules/catalogue"
)

// secret stands in files that must not be read.
const secret = "c4n4ry"

// strangers write what must not be read outside, or what leads there.
var strangers = map[string]string{
	"outside/mod/main.tf":   "resource \"aws_db_instance\" \"" + secret + "\" {\n  engine   = \"mysql\"\n  multi_az = false\n}\n",
	"outside/secret.txt":    secret,
	"outside/secret.yaml":   "a: " + secret + "\nResources:\n  " + secret + ": {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, MultiAZ: false}}\n",
	"outside/secret.tfvars": "a = \"" + secret + "\"\n",
	"outside/x.config":      secret + ": [\n",
	"inside/main.tf": `variable "a" {}
resource "aws_db_instance" "d" {
  engine     = "mysql"
  multi_az   = false
  identifier = "${var.a}${file("link.txt")}${file("../outside/secret.txt")}${file("/etc/passwd")}${templatefile("../outside/secret.txt", {})}"
  tags       = { a = join("", fileset("../outside", "*")), b = filebase64("../outside/secret.txt"), c = "${var.a}${file("link.txt")}" }
}
module "link" {
  source = "./mod"
}
resource "aws_elastic_beanstalk_environment" "e" {
  name                = "e"
  application         = "a"
  solution_stack_name = "64bit Amazon Linux 2 running PHP"
}
`,
	"inside/stack.yaml": "Resources:\n  Link:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: link.yaml}\n  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, MultiAZ: false}}\n",
}

// leaving are the paths that lead out as they are written; outside of a repository, modules and nested stacks may.
var leaving = map[string]string{
	"inside/leaving.tf":                      "module \"up\" {\n  source = \"../outside/mod\"\n}\nmodule \"far\" {\n  source = \"git::https://example.com/x\"\n}\n",
	"inside/leaving.yaml":                    "Resources:\n  Up:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ../outside/secret.yaml}\n  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, MultiAZ: false}}\n",
	"inside/.terraform/modules/modules.json": `{"Modules": [{"Key": "far", "Source": "git::https://example.com/x", "Dir": "../outside/mod"}]}`,
	"inside/.git/HEAD":                       "ref: refs/heads/main\n",
}

// plant writes files by their paths below a directory, in an order.
func plant(t *testing.T, dir string, files map[string]string, order []string) {
	t.Helper()
	for _, name := range order {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(files[name]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func names(files map[string]string) (all []string) {
	for name := range files {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

// every gives all that a run writes, in any format.
func every(t *testing.T, args ...string) map[string]string {
	t.Helper()
	out := map[string]string{}
	calls := append(perFormat(), []string{"config"}, []string{"--write-baseline", filepath.Join(t.TempDir(), "known.json")})
	for _, f := range []string{"json", "dot", "mermaid", "svg", "html"} {
		calls = append(calls, []string{"graph", "--format", f})
	}
	for _, f := range reviewFormats {
		calls = append(calls, []string{"review", "--format", f.name})
	}
	for _, call := range calls {
		var stdout, stderr bytes.Buffer
		if code := Main(append(call, args...), strings.NewReader(""), &stdout, &stderr); code > trouble {
			t.Errorf("%v ends with %d", call, code)
		}
		out[strings.Join(call, " ")] = stdout.String() + stderr.String()
	}
	return out
}

func perFormat() (calls [][]string) {
	for _, f := range formats() {
		calls = append(calls, []string{"--format", f, "--verbose", "--show-ignored"})
	}
	return calls
}

// What a repository names or links to outside of itself is refused, told, and not shown.
func TestNothingOutsideIsRead(t *testing.T) {
	links := map[string]string{
		"inside/mod":            "../outside/mod",
		"inside/linked.tf":      "../outside/mod/main.tf",
		"inside/link.txt":       "../outside/secret.txt",
		"inside/link.yaml":      "../outside/secret.yaml",
		"inside/a.auto.tfvars":  "../outside/secret.tfvars",
		"inside/.ebextensions":  "../outside",
		"inside/broken.tf.json": "../outside/secret.txt",
	}
	for where, files := range map[string][]map[string]string{"in a repository": {strangers, leaving}, "in none": {strangers}} {
		t.Run(where, func(t *testing.T) {
			dir := t.TempDir()
			for _, all := range files {
				plant(t, dir, all, names(all))
			}
			for at, to := range links {
				if err := os.Symlink(filepath.FromSlash(to), filepath.Join(dir, filepath.FromSlash(at))); err != nil {
					t.Skip("no symbolic links here:", err)
				}
			}
			t.Chdir(filepath.Join(dir, "inside"))
			for call, out := range every(t) {
				if strings.Contains(out, secret) || strings.Contains(out, "root:") {
					t.Errorf("%s tells what it must not have read:\n%s", call, out)
				}
				if strings.HasPrefix(call, "--format json") {
					told := []string{"the directory mod is not read", "linked.tf", "a.auto.tfvars", "broken.tf.json", "link.txt is not read", "../outside/secret.txt is not read", "the directory ../outside is not read", "template link.yaml of the nested stack Link is not read"}
					if len(files) > 1 {
						told = append(told, "the directory ../outside/mod is not read", "template ../outside/secret.yaml of the nested stack Up is not read")
					}
					for _, words := range told {
						if !strings.Contains(out, words) {
							t.Errorf("nothing tells of %q:\n%s", words, out)
						}
					}
					if !strings.Contains(out, "aws_db_instance.d") || !strings.Contains(out, `"Db"`) {
						t.Errorf("the rest is not judged:\n%s", out)
					}
				}
			}
		})
	}
	for at, to := range map[string]string{".archlint.yaml": "../outside/secret.txt", "vars": "../outside/secret.tfvars"} {
		dir := t.TempDir()
		plant(t, dir, strangers, names(strangers))
		plant(t, dir, leaving, names(leaving))
		if at == "vars" {
			plant(t, dir, map[string]string{"inside/.archlint.yaml": "var-files: [vars]\n"}, []string{"inside/.archlint.yaml"})
		}
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(dir, "inside", at)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
		t.Chdir(filepath.Join(dir, "inside"))
		var stdout, stderr bytes.Buffer
		if code := Main(nil, strings.NewReader(""), &stdout, &stderr); code != trouble || strings.Contains(stderr.String(), secret) || !strings.Contains(stderr.String(), "outside of the repository") {
			t.Errorf("%s: %d %s", at, code, stderr.String())
		}
	}
}

// A path of a million letters names nothing. It is told of, and nothing asks about every directory above it.
func TestLongPaths(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("a/", 200_000)
	stack := "  %s: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: \"%s%st.yaml\"}}\n"
	files := map[string]string{
		".git/HEAD": "x",
		"main.tf":   "module \"far\" {\n  source = \"./" + long + "\"\n}\nresource \"aws_db_instance\" \"d\" {\n  engine   = \"mysql\"\n  multi_az = false\n}\n",
		"stack.yaml": "Resources:\n" + fmt.Sprintf(stack, "Near", "./", long) + fmt.Sprintf(stack, "Far", "https://b.s3.amazonaws.com/", long) +
			"  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql, MultiAZ: false}}\n",
	}
	plant(t, dir, files, names(files))
	t.Chdir(dir)
	for call, out := range every(t) {
		if !strings.HasPrefix(call, "--format json") {
			continue
		}
		for _, words := range []string{"module far: its source is longer than 4096 bytes", `"aws_db_instance.d"`, `"Db"`} {
			if !strings.Contains(out, words) {
				t.Errorf("nothing tells of %s:\n%.4000s", words, out)
			}
		}
	}
}

// evil is what a terminal, a page or a runner might obey.
const evil = "\x1b]0;x\a\x1b[31mred\u202egnp\u2066x\u200f\r\n::error::x\u0085\u009b31m]]><script>`|@user #1 -->"

// Names that a terminal or a page would obey reach neither.
func TestNothingIsObeyed(t *testing.T) {
	dir := t.TempDir()
	escaped := ""
	for _, r := range evil {
		escaped += fmt.Sprintf("\\u%04x", r)
	}
	group := "  min_size           = 1\n  max_size           = 2\n  availability_zones = [\"us-east-1a\"]\n}\n"
	files := map[string]string{
		".git/HEAD": "x",
		"main.tf": "resource \"aws_autoscaling_group\" \"a\" {\n  for_each = { \"" + escaped + "\" = 1 }\n" + group +
			"# archlint:ignore AL101 \x1b[31m\u202e\u009b\nresource \"aws_autoscaling_group\" \"b\" {\n" + group + "module \"m\" {\n  source = \"" + escaped + "\"\n}\nresource \"aws_s3_bucket\" \"\x1b\u202e\" {\n  bucket = file(\"" + escaped + "\")\n",
		"t.yaml": "Resources:\n  \"" + escaped + "\":\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties: {MinSize: 1, MaxSize: 2, AvailabilityZones: [us-east-1a]}\n  B: {Type: \"" + escaped + "\", Condition: \"" + escaped + "\"}\n",
	}
	plant(t, dir, files, names(files))
	odd := "\x1b[31m\u202e\n::error::x.tf"
	if err := os.WriteFile(filepath.Join(dir, odd), []byte("resource \"aws_autoscaling_group\" \"c\" {\n"+group), 0o600); err != nil {
		t.Log("no such names here:", err)
	}
	t.Chdir(dir)
	for call, out := range every(t) {
		for _, r := range out {
			if r != '\n' && (unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control)) {
				t.Errorf("%s writes %U", call, r)
			}
		}
		if strings.Contains(out, "\n::error::") {
			t.Errorf("%s lets a command through:\n%s", call, out)
		}
	}
	var stderr bytes.Buffer
	if code := Main([]string{"gone" + evil}, strings.NewReader(""), io.Discard, &stderr); code != trouble || strings.ContainsAny(strings.TrimSuffix(stderr.String(), "\n"), "\x1b\r\n\u202e") {
		t.Errorf("an error about a path: %d %q", code, stderr.String())
	}
}

// The same input gives the same reports, byte by byte, in whatever order the files came, on however many processors, and
// wherever the directory stands.
func TestAlwaysTheSame(t *testing.T) {
	from := filepath.Join("..", "..", "..", "..", "testdata", "architectures")
	files := map[string]string{".git/HEAD": "ref: refs/heads/main\n"}
	for _, stack := range []string{"poor-beanstalk-cfn", "myclothes-1-state-in-the-instance-tf", "myclothes-7-groups-that-refer-to-each-other-tf", "mywordpress-3-files-on-a-volume-cfn", "mywordpress-1-one-database-tf"} {
		root := filepath.Join(from, stack)
		if err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			content, err := os.ReadFile(path)
			rel, _ := filepath.Rel(from, path)
			files[filepath.ToSlash(rel)] = string(content)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	files["broken.tf"] = "resource \"a\" \"b\" {\n"
	files["broken.yaml"] = "AWSTemplateFormatVersion: x\nResources: [\n"
	processors := runtime.GOMAXPROCS(0)
	t.Cleanup(func() { runtime.GOMAXPROCS(processors) })
	times := 100
	if testing.Short() {
		times = 10
	}
	first := map[string]string{}
	random := rand.New(rand.NewPCG(1, 2))
	order := names(files)
	for n := range times {
		dir := filepath.Join(t.TempDir(), strings.Repeat("d", 1+random.IntN(20)))
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		plant(t, dir, files, order)
		runtime.GOMAXPROCS(1 + random.IntN(8))
		t.Chdir(dir)
		args := []string{"--show-ignored", "--verbose"}
		reports := t.TempDir()
		for _, f := range formats() {
			args = append(args, "--output", f+"="+filepath.Join(reports, f))
		}
		var stderr bytes.Buffer
		p := &program{stdin: strings.NewReader(""), stdout: io.Discard, stderr: &stderr, rules: catalogue.All, now: func() time.Time { return time.Unix(0, 0) }, getenv: func(string) string { return "" }}
		if code := p.run(args); code != found {
			t.Fatalf("it ends with %d: %s", code, stderr.String())
		}
		for _, f := range formats() {
			content, err := os.ReadFile(filepath.Join(reports, f))
			if err != nil || len(content) == 0 {
				t.Fatal(f, len(content), err)
			}
			got := strings.ReplaceAll(string(content), filepath.ToSlash(realPath(dir)), "DIR") // SARIF names the root
			if n == 0 {
				first[f] = got
			} else if got != first[f] {
				t.Fatalf("run %d, on %d processors: %s differs from that of the first run", n, runtime.GOMAXPROCS(0), f)
			}
		}
		if n%10 != 0 {
			continue
		}
		for _, call := range [][]string{{"graph"}, {"graph", "--format", "svg"}, {"graph", "--format", "html"}, {"review", "--format", "json"}, {"review", "--format", "markdown"}} {
			var stdout, stderr bytes.Buffer
			if code := Main(call, strings.NewReader(""), &stdout, &stderr); code != clean || stdout.Len() == 0 {
				t.Fatalf("%v ends with %d: %s", call, code, stderr.String())
			}
			if got, name := stdout.String(), strings.Join(call, " "); n == 0 {
				first[name] = got
			} else if got != first[name] {
				t.Fatalf("run %d, on %d processors: %s differs from that of the first run", n, runtime.GOMAXPROCS(0), name)
			}
		}
	}
}

// What files are called tells nothing: the same blocks under other names, read in another order, have the same findings.
func TestNamesOfFilesTellNothing(t *testing.T) {
	blocks := []string{
		"resource \"aws_db_instance\" \"main\" {\n  engine   = \"mysql\"\n  multi_az = local.multi_az\n}\n",
		"locals {\n  multi_az = false\n}\n",
		"resource \"aws_autoscaling_group\" \"web\" {\n  min_size           = 1\n  max_size           = 4\n  availability_zones = [var.zone]\n}\n",
		"variable \"zone\" {\n  default = \"eu-west-1a\"\n}\n",
		"resource \"aws_db_instance\" \"replica\" {\n  replicate_source_db = aws_db_instance.main.identifier\n}\n",
	}
	random := rand.New(rand.NewPCG(3, 4))
	first := ""
	for n := range 20 {
		files := map[string]string{}
		for i, at := range random.Perm(len(blocks)) {
			files[string(rune('a'+i))+".tf"] = blocks[at]
		}
		dir := t.TempDir()
		plant(t, dir, files, names(files))
		t.Chdir(dir)
		var stdout, stderr bytes.Buffer
		if code := Main([]string{"--format", "json"}, strings.NewReader(""), &stdout, &stderr); code != found {
			t.Fatalf("it ends with %d: %s", code, stderr.String())
		}
		var report struct {
			Findings []struct {
				Rule, Message string
				Line          int
				Resource      struct{ Address string }
			}
		}
		if err := json.Unmarshal(stdout.Bytes(), &report); err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, f := range report.Findings {
			told = append(told, fmt.Sprint(f.Resource.Address, " ", f.Rule, " ", f.Line, " ", f.Message))
		}
		slices.Sort(told)
		if all := strings.Join(told, "\n"); n == 0 {
			first = all
		} else if all != first {
			t.Fatalf("it finds\n%s\nand under other names\n%s", first, all)
		}
	}
	if strings.Count(first, "\n") < 4 {
		t.Errorf("it finds only %s", first)
	}
}

// Nothing of what is built can dial: of the packages that know the network only those for addresses are there, net among
// them for the flags' sake, and the linker leaves its dialers out (.ci/run network looks).
func TestNoNetwork(t *testing.T) {
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("go is not here:", err)
	}
	out, err := exec.Command(goTool, "list", "-deps", "github.com/archlint/archlint/cmd/archlint").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if len(deps) < 100 {
		t.Fatalf("%d packages", len(deps))
	}
	for _, d := range deps {
		switch {
		case d == "net" || d == "net/netip" || d == "net/url":
		case strings.HasPrefix(d, "net/"), d == "crypto/tls", strings.HasPrefix(d, "golang.org/x/net/"):
			t.Errorf("%s is linked", d)
		}
	}
}
