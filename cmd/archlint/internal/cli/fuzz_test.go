package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/archlint/archlint/rules/catalogue"
)

// FuzzEdits breaks the stacks that the rules are tested with, as the bytes choose, and holds what a run says of them.
// Most of what it makes is still read, so that the rules are reached.
func FuzzEdits(f *testing.F) {
	stacks := testedStacks(f)
	for i := range 24 {
		seed := make([]byte, 40)
		for n := range seed {
			seed[n] = byte((i*131 + n*n*29 + n*i*7) % 251)
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		if len(choices) > 400 {
			return
		}
		e := editor{choices: choices, stacks: stacks}
		s := e.stack()
		for range 40 {
			if len(e.choices) == 0 {
				break
			}
			e.edit(s)
		}
		holdRun(t, s)
	})
}

// FuzzArchive runs over whatever files a text is the archive of.
func FuzzArchive(f *testing.F) {
	seeds := []string{
		"-- main.tf --\nresource \"aws_autoscaling_group\" \"w\\u200d\\\"](1) | <b>\" {\n  availability_zones = [\"us-east-1a\"] # archlint:ignore AL103 why ]]> <!-- until=2020-01-01\n}\n",
		"-- a/main.tf --\nmodule \"m\" {\n  source = \"../b\"\n  z = [\"us-east-1a\"]\n}\n-- b/main.tf --\nvariable \"z\" {}\nresource \"aws_autoscaling_group\" \"a\" {\n  for_each = toset([\"x|y\", \"::error::\"])\n  availability_zones = var.z\n}\n",
		"-- t.yaml --\r\n\ufeffResources:\r\n  A:\r\n    Type: AWS::AutoScaling::AutoScalingGroup\r\n    Properties: {MinSize: 1, MaxSize: 1, AvailabilityZones: [us-east-1a]} # é\U0001f600\r\n",
		"-- t.json --\n{\"Resources\": {\"A\\u001b[31m\": {\"Type\": \"AWS::RDS::DBInstance\", \"Properties\": {\"Engine\": \"mysql\", \"MultiAZ\": false, \"AllocatedStorage\": \"20\"}}}}\n",
		"-- .archlint.yaml --\nrules: {AL101: note}\npaths: [{match: \"a/**\", rules: {AL101: off}}]\nfail-on: note\n-- a/t.yaml --\nResources: {A: {Type: \"AWS::AutoScaling::AutoScalingGroup\", Properties: {AvailabilityZones: [us-east-1a]}}}\n",
		"-- main.tf --\nvariable \"z\" { type = list(string) }\nresource \"aws_autoscaling_group\" \"a\" {\n  availability_zones = var.z\n}\n-- terraform.tfvars --\nz = [\"us-east-1a\"]\n",
		"-- main.tf --\nresource \"aws_elastic_beanstalk_environment\" \"a\" {\n  application = \"a\"\n}\n-- .ebextensions/a.config --\noption_settings:\n  aws:elasticbeanstalk:environment: {EnvironmentType: SingleInstance}\n",
		"-- main.tf --\nresource \"aws_instance\" \"a\" {\n  user_data = file(\"${path.module}/../../boot.sh\")\n}\n-- boot.sh --\n#!/bin/bash\nyum install -y mysql-server\n",
		"-- main.tf --\nlocals {\n  y = yamldecode(file(\"a.yaml\"))\n  j = jsondecode(file(\"a.json\"))\n}\nresource \"aws_autoscaling_group\" \"a\" {\n  for_each           = local.y.groups\n  availability_zones = each.value.zones\n  min_size           = local.j[each.key].min\n}\n-- a.yaml --\ngroups:\n  a: &a {zones: [us-east-1a]}\n  b: *a\n-- a.json --\n{\"a\": {\"min\": 2}, \"b\": {\"min\": \"2\"}}\n",
		"-- main.tf --\nmodule \"vpc\" {\n  source = \"terraform-aws-modules/vpc/aws\"\n}\nresource \"aws_autoscaling_group\" \"a\" {\n  vpc_zone_identifier = module.vpc.private_subnets\n}\n-- .terraform/modules/modules.json --\n{\"Modules\": [{\"Key\": \"\", \"Dir\": \".\"}, {\"Key\": \"vpc\", \"Source\": \"registry.terraform.io/terraform-aws-modules/vpc/aws\", \"Version\": \"5.0.0\", \"Dir\": \".terraform/modules/vpc\"}]}\n-- .terraform/modules/vpc/main.tf --\nresource \"aws_subnet\" \"a\" {\n  availability_zone = \"us-east-1a\"\n}\noutput \"private_subnets\" {\n  value = [aws_subnet.a.id]\n}\n",
		"-- .gitignore --\na/*\n!a/b[a-c].t?\n-- a/bc.tf --\nresource \"aws_db_instance\" \"a\" {\n  engine = \"mysql\"\n}\n-- a/b.yaml --\nResources: {A: {Type: \"AWS::RDS::DBInstance\", Properties: {MultiAZ: false}}}\n",
		"-- stack.yaml --\nResources:\n  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: net/n.yaml, Parameters: {Z: us-east-1a}}}\n  A: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {VPCZoneIdentifier: [!GetAtt N.Outputs.S], MinSize: 2}}\n-- net/n.yaml --\nParameters: {Z: {Type: String}}\nResources:\n  S: {Type: AWS::EC2::Subnet, Properties: {AvailabilityZone: !Ref Z, CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 4, 8]]}}\nOutputs: {S: {Value: !Ref S}}\n",
		"-- a/main.tf --\nterraform {\n  backend \"s3\" {\n    bucket = \"b\"\n    key    = \"a\"\n  }\n}\nresource \"aws_subnet\" \"s\" {\n  availability_zone = \"us-east-1a\"\n}\noutput \"s\" {\n  value = aws_subnet.s.id\n}\n-- b/main.tf --\ndata \"terraform_remote_state\" \"a\" {\n  backend = \"s3\"\n  config  = { bucket = \"b\", key = \"a\" }\n}\nresource \"aws_autoscaling_group\" \"a\" {\n  vpc_zone_identifier = [data.terraform_remote_state.a.outputs.s]\n}\n",
		"-- x.tf.json --\n{\"resource\": {\"aws_db_instance\": {\"a\": {\"engine\": \"mysql\", \"//\": \"archlint:ignore AL501\"}}}}\n",
	}
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, archive []byte) {
		s := stack{}
		for _, file := range txtar.Parse(archive).Files {
			s[file.Name] = string(file.Data)
		}
		holdRun(t, s)
	})
}

// FuzzExtensions reads any text as the configuration file of an application on Elastic Beanstalk, and as its periodic
// tasks.
func FuzzExtensions(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "..", "testdata", "*", "*", "*", ".ebextensions", "*.config"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	for _, text := range []string{
		"option_settings:\n  - namespace: aws:autoscaling:asg\n    option_name: MinSize\n    value: 1\n  - {option_name: MaxSize, value: [1]}\n  - 7\n",
		"{\"option_settings\": {\"aws:elasticbeanstalk:environment\": {\"EnvironmentType\": \"SingleInstance\", \"a\": null}}}",
		"Resources:\n  A: {Type: \"AWS::RDS::DBInstance\", Properties: &p {MultiAZ: false, x: *p}}\n",
		"files:\n  \"/a\": {content: |\n  #!/bin/bash\n}\ncommands: {a: {command: \"mount -t nfs4 fs-1:/ /a\"}}\ncontainer_commands: [a]\n",
		"a: &a [*a]\n? [x]\n: y\n<<: *a\n", "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n",
	} {
		f.Add([]byte(text))
	}
	const environments = `resource "aws_elastic_beanstalk_environment" "a" {
  name                = "a"
  application         = "a"
  solution_stack_name = "64bit Amazon Linux 2023 v4.3.0 running PHP 8.2"
}

resource "aws_elastic_beanstalk_environment" "b" {
  name        = "b"
  application = "a"
  tier        = "Worker"
  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MinSize"
    value     = "2"
  }
}
`
	f.Fuzz(func(t *testing.T, content []byte) {
		if len(content) <= 1<<14 {
			holdRun(t, stack{"main.tf": environments, ".ebextensions/a.config": string(content), "cron.yaml": string(content)})
		}
	})
}

// FuzzUserData has fleets boot by any text, in both languages: as it is, as a template, and as a command of cfn-init.
func FuzzUserData(f *testing.F) {
	for _, text := range []string{
		"#!/bin/bash -xe\nyum install -y httpd mysql-server\nsystemctl enable --now mysqld\n", "#!/bin/bash\nmount -t nfs4 ${dns}:/ /var/www\nmount -t efs fs-1:/ /a\necho '${dns}:/ /b nfs4 defaults 0 0' >> /etc/fstab\n",
		"#cloud-config\npackages: [redis, [postgresql, 9]]\nmounts:\n- [/dev/xvdf, /data, ext4]\nruncmd:\n- [sh, -c, \"docker run -v /data:/data mysql\"]\nwrite_files: [{path: /a.sh, content: !!binary aGk=, permissions: '0755'}]\n",
		"Content-Type: multipart/mixed; boundary=\"=b\"\nMIME-Version: 1.0\n\n--=b\nContent-Type: text/cloud-config\n\n#cloud-config\nruncmd: [ls]\n--=b\nContent-Type: text/x-shellscript; charset=us-ascii\nContent-Transfer-Encoding: base64\n\nIyEvYmluL3NoCmxz\n--=b--\n",
		"#!/bin/bash\nfor h in a b; do ssh $h \"crontab -l | { cat; echo '* * * * * /x'; } | crontab -\"; done\ncat > /etc/my.cnf <<'E'\n[mysqld]\nE\n%{ if dns != \"\" ~}\nsed -i s/a/${dns}/ /x\n%{ endif ~}\n",
		"<powershell>\nInstall-WindowsFeature Web-Server\n</powershell>\n<persist>true</persist>", "H4sIAAAAAAAAA1NW1E/KzNMvzuDKyU9OzMlIzEvhAgB5vGgmFAAAAA==", "$(curl -s http://169.254.169.254/latest/meta-data/instance-id | tee `x` <(y) >(z) 2>&1 &)",
		"/opt/aws/bin/cfn-init -v --stack ${AWS::StackName} --resource G --configsets all\n/opt/aws/bin/cfn-signal -e $? --resource G\n", "aws s3 sync s3://b /var/www; rsync -a /a peer:/a; drbdadm up all; keepalived; glusterd\n",
	} {
		f.Add(text)
	}
	const fleet = `resource "aws_efs_file_system" "f" {}

resource "aws_launch_template" "t" {
  image_id  = "ami-1"
  user_data = base64encode(templatefile("boot.sh", { dns = aws_efs_file_system.f.dns_name }))
}

resource "aws_launch_configuration" "c" {
  image_id  = "ami-1"
  user_data = file("boot.sh")
}

resource "aws_autoscaling_group" "t" {
  availability_zones = ["us-east-1a", "us-east-1b"]
  min_size           = 2
  max_size           = 4
  launch_template {
    id = aws_launch_template.t.id
  }
}

resource "aws_autoscaling_group" "c" {
  availability_zones   = ["us-east-1a"]
  min_size             = 2
  max_size             = 4
  launch_configuration = aws_launch_configuration.c.name
}

resource "aws_instance" "i" {
  ami              = "ami-1"
  user_data_base64 = filebase64("boot.sh")
}
`
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<13 {
			return
		}
		type object = map[string]any
		template, err := json.Marshal(object{"Resources": object{
			"F": object{"Type": "AWS::EFS::FileSystem"},
			"G": object{"Type": "AWS::AutoScaling::AutoScalingGroup", "Properties": object{"MinSize": "2", "MaxSize": "4", "AvailabilityZones": []string{"us-east-1a"}, "LaunchConfigurationName": object{"Ref": "C"}},
				"Metadata": object{"AWS::CloudFormation::Init": object{"config": object{"commands": object{"a": object{"command": text}}, "files": object{"/a.sh": object{"content": object{"Fn::Sub": text}, "mode": "000755"}}}}}},
			"C": object{"Type": "AWS::AutoScaling::LaunchConfiguration", "Properties": object{"ImageId": "ami-1", "UserData": object{"Fn::Base64": object{"Fn::Sub": []any{text, object{"dns": object{"Ref": "F"}}}}}}},
			"I": object{"Type": "AWS::EC2::Instance", "Properties": object{"ImageId": "ami-1", "UserData": object{"Fn::Base64": object{"Fn::Join": []any{"", []any{text, object{"Ref": "F"}, text}}}}}},
		}})
		if err != nil {
			t.Fatal(err)
		}
		holdRun(t, stack{"main.tf": fleet, "boot.sh": text, "t.json": string(template)})
	})
}

// maxStack is how large a stack that is run over may be, in bytes: what is greater takes the fuzzer's time and shows no
// more.
const maxStack = 1 << 16

// holdRun runs over files and holds the reports against what readers of them demand: nothing panics, every place lies in
// its file, and the same files give the same bytes.
func holdRun(t *testing.T, s stack) {
	t.Helper()
	if size := s.size(); size == 0 || size > maxStack {
		return
	}
	defer func() {
		if t.Failed() {
			t.Logf("the files are:\n%s", s.archive())
		}
	}()
	top := t.TempDir()
	in, out := filepath.Join(top, "in"), filepath.Join(top, "out")
	for _, dir := range []string{filepath.Join(in, ".git"), out} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	s.write(in)
	t.Chdir(in)
	args := []string{"--verbose"}
	for _, format := range allFormats[1:] {
		args = append(args, "--output", format.name+"="+filepath.Join(out, format.name))
	}
	args = append(args, "--output", "text=-")
	read := func() (all map[string][]byte, code int) {
		code, text, said := runOver(t, args...)
		all = map[string][]byte{"text": text, "error": said}
		for _, format := range allFormats[1:] {
			name := filepath.Join(out, format.name)
			content, err := os.ReadFile(name)
			if err != nil && code != trouble {
				t.Fatal(err)
			}
			all[format.name] = content
			_ = os.Remove(name)
		}
		return all, code
	}
	first, code := read()
	second, again := read()
	if code != again {
		t.Fatalf("the run ends with %d, then with %d", code, again)
	}
	for name, content := range first {
		if !bytes.Equal(content, second[name]) {
			t.Fatalf("the report %s differs from run to run:\n%s\n----\n%s", name, content, second[name])
		}
	}
	if code == trouble {
		return
	}
	h := reports{t: t, root: in, all: first, files: map[string]*text{}}
	h.hold()
	holdAimed(t, s, first["json"])
	known := filepath.Join(out, "known.json")
	if code, _, said := runOver(t, "--write-baseline", known); code == trouble {
		t.Fatalf("the baseline is not written: %s", said)
	}
	if code, text, _ := runOver(t, "--baseline", known, "--fail-on", "note"); code != clean {
		t.Fatalf("the baseline does not know all that is found: the run ends with %d\n%s", code, text)
	}
	for _, call := range [][]string{{"graph", "--format", "json"}, {"graph", "--format", "dot"}, {"graph", "--format", "mermaid"}, {"graph", "--format", "svg"}, {"graph", "--format", "html"}, {"review", "--format", "json"}, {"review", "--verbose"}, {"review", "--format", "markdown", "--picture"}} {
		code, drawn, said := runOver(t, call...)
		if code != clean {
			t.Fatalf("%v ends with %d: %s", call, code, said)
		}
		h.readable(strings.Join(call, " "), drawn)
		switch command, format := call[0], call[len(call)-1]; {
		case command == "review" && format == "json":
			h.review(drawn)
		case command == "review":
		case format == "json":
			h.graph(drawn)
		case format == "svg":
			h.picture(drawn)
		case format == "html":
			h.page(drawn)
		default:
			h.drawn(format, drawn)
		}
	}
}

// holdAimed runs over one of the files, which the sizes of all choose: what is found of the roots and stacks that it stands for
// is among what is found of all.
func holdAimed(t *testing.T, s stack, whole []byte) {
	t.Helper()
	names := s.names()
	name := names[s.size()%len(names)]
	if at, err := os.Lstat(filepath.FromSlash(name)); err != nil || !at.Mode().IsRegular() || strings.HasPrefix(name, "-") {
		return
	}
	code, aimed, said := runOver(t, "--format", "json", name)
	if code == trouble {
		t.Logf("aimed at %s: %s", name, said)
		return
	}
	type finding struct {
		Rule, File   string
		Line, Column int
	}
	found := func(content []byte) (all []finding) {
		var got struct{ Findings []finding }
		if err := json.Unmarshal(content, &got); err != nil {
			t.Fatalf("%v\n%s", err, content)
		}
		return got.Findings
	}
	all := found(whole)
	for _, f := range found(aimed) {
		if !slices.Contains(all, f) {
			t.Errorf("aimed at %s there is %+v, which is not found with all", name, f)
		}
	}
}

// runOver calls archlint with a clock that stands still and an empty environment.
func runOver(t *testing.T, args ...string) (code int, stdout, stderr []byte) {
	t.Helper()
	var out, said bytes.Buffer
	p := &program{stdin: strings.NewReader(""), stdout: &out, stderr: &said, rules: catalogue.All, getenv: func(string) string { return "" },
		now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }}
	code = p.run(args)
	if code == trouble {
		if !bytes.HasPrefix(said.Bytes(), []byte("archlint: ")) || bytes.Count(said.Bytes(), []byte("\n")) != 1 {
			t.Fatalf("%v: the error is no line: %q", args, said.Bytes())
		}
	}
	return code, out.Bytes(), said.Bytes()
}

// A stack is the files that are run over: content by name.
type stack map[string]string

func (s stack) size() (n int) {
	for _, content := range s {
		n += len(content)
	}
	return n
}

// archive writes the files as one text, which is a seed of FuzzArchive.
func (s stack) archive() []byte {
	a := &txtar.Archive{}
	for _, name := range s.names() {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(s[name])})
	}
	return txtar.Format(a)
}

// names are the files, in order.
func (s stack) names() []string {
	out := make([]string, 0, len(s))
	for name := range s {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// write puts the files below a directory. What cannot be a file there, would be out of it, or has a
// name that no JSON can hold, is left out.
func (s stack) write(dir string) {
	for _, name := range s.names() {
		if path := filepath.FromSlash(name); filepath.IsLocal(path) && !strings.HasPrefix(name, ".git") && !strings.ContainsRune(name, 0) && utf8.ValidString(name) {
			path = filepath.Join(dir, path)
			if os.MkdirAll(filepath.Dir(path), 0o755) == nil {
				_ = os.WriteFile(path, []byte(s[name]), 0o600)
			}
		}
	}
}

// testedStacks are the reference stacks and the cases of the rules, each file or folder of a rule being one.
func testedStacks(f *testing.F) (out []stack) {
	f.Helper()
	testdata := filepath.Join("..", "..", "..", "..", "testdata")
	for _, pattern := range []string{"architectures/*", "rules/*/*"} {
		found, err := filepath.Glob(filepath.Join(testdata, filepath.FromSlash(pattern)))
		if err != nil || len(found) == 0 {
			f.Fatalf("nothing is %s: %v", pattern, err)
		}
		for _, at := range found {
			s := stack{}
			err := filepath.WalkDir(at, func(path string, d os.DirEntry, err error) error {
				if err != nil || d.IsDir() || strings.HasSuffix(path, ".want") || strings.HasSuffix(path, ".md") {
					return err
				}
				file, err := os.Open(path)
				if err != nil {
					return err
				}
				defer file.Close()
				content, err := io.ReadAll(file)
				name, _ := filepath.Rel(at, path)
				if name == "." {
					name = filepath.Base(path)
				}
				s[filepath.ToSlash(name)] = string(content)
				return err
			})
			if err != nil {
				f.Fatal(err)
			}
			if len(s) > 0 && s.size() <= maxStack/2 {
				out = append(out, s)
			}
		}
	}
	return out
}
