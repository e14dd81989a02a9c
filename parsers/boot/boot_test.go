package boot

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/archlint/archlint/parsers/graph"
)

var verbNames = [...]string{"install", "update", "runtime", "pull", "fetch", "compile", "start", "stop", "format", "mount", "fill", "import", "export"}

// told writes steps down: "install httpd", "start? mysqld" where it may not be taken, "run redis" for a server's image.
func told(steps []Step) []string {
	var out []string
	for _, s := range steps {
		verb := verbNames[s.Verb]
		if s.Verb == Pull && s.Runs {
			verb = "run"
		}
		if s.Certain != graph.True {
			verb += "?"
		}
		out = append(out, strings.TrimSpace(verb+" "+s.Name))
	}
	return out
}

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"packages", "yum install -y httpd php", []string{"install httpd", "install php"}},
		{"flags with words", "apt-get -o DPkg::Lock::Timeout=60 install -t bookworm -y nginx=1.2", []string{"install nginx=1.2"}},
		{"updates", "apt-get update && apt-get -y dist-upgrade; yum update -y; yum update -y openssl", []string{"update", "update", "install openssl"}},
		{"wrappers", "sudo -u root -E env A=b nohup timeout -k 5 60 dnf install -y git", []string{"install git"}},
		{"a shell in a shell", `sudo su - app -c "bash -lc 'npm install pm2'"`, []string{"install pm2"}},
		{"a shell that reads", "sudo -i <<EOF\nyum install -y git\nEOF\nbash -s <<'EOF'\nyum install -y jq\nEOF", []string{"install git", "install jq"}},
		{"variables", "P='a b'\nQ=(c d)\nR=${S:-e}\nyum install -y $P \"${Q[@]}\" $R ${T}", []string{"install a", "install b", "install c", "install d", "install e", "install ${T}"}},
		{"a variable of two values", "P=a\nif [ -f x ]; then P=b; fi\nyum install -y $P", []string{"install $P"}},
		{"loops", "for p in a b; do yum install -y $p; done\nfor f in *; do rpm -i $f; done\nwhile true; do yum install -y c; break; done\nuntil curl -s x; do yum install d; done",
			[]string{"install a", "install b", "install? $f", "install c", "install? d"}},
		{"branches", "if ! which git; then yum install -y git; else yum install -y jq; fi\n[ -f x ] && yum install -y a\nyum install -y b || yum install -y c\ncase $x in a) yum install -y d;; esac",
			[]string{"install? git", "install? jq", "install? a", "install b", "install? c", "install? d"}},
		{"what follows success", "cd /opt && yum install -y git && systemctl start a", []string{"install git", "start a"}},
		{"a guard at the beginning", "if [ -f /done ]; then exit 0; fi\nyum install -y git", []string{"install git"}},
		{"after the end", "yum install -y git\nexit 0\nyum install -y jq", []string{"install git"}},
		{"functions", "f() { yum install -y $1; }\ng() { yum install -y no; }\nf git\nf jq", []string{"install git", "install jq"}},
		{"a function that calls itself", "f() { yum install -y a; f; }\nf", []string{"install a"}},
		{"files that are run", "cat > /opt/a.sh <<'EOF'\nyum install -y git\nEOF\nchmod +x /opt/a.sh\n/opt/a.sh\ncat <<EOF | tee /opt/b.sh\nyum install -y jq\nEOF\n. b.sh", []string{"install git", "install jq"}},
		{"files that are not", "cat > /opt/a.sh <<'EOF'\nyum install -y git\nEOF\necho yum install -y jq", nil},
		{"services", "systemctl enable a\nsystemctl enable --now b\nservice c restart\n/etc/init.d/d start\nsystemctl disable --now e.service\nsystemctl status f", []string{"start b", "start c", "start d", "stop e"}},
		{"containers", "docker run -d --name x -p 80:80 --restart=always redis:7 redis-server\ndocker run --rm mysql mysql -h x\ndocker pull a/b\nsudo docker container run postgres", []string{"run redis:7", "pull mysql", "pull a/b", "run postgres"}},
		{"compose", "cat > compose.yml <<EOF\nservices:\n  a: {image: mongo}\n  b: {build: .}\nEOF\ndocker compose up -d", []string{"run mongo", "compile docker build"}},
		{"downloads", "wget -qO- https://x/a.tar.gz | tar xz -C /srv\ncurl -s http://169.254.169.254/latest/user-data.zip\naws s3 cp s3://b/c.zip /opt/c.zip\naws s3 cp /opt/c s3://b/c\ngit clone https://x/y /srv/y",
			[]string{"fetch https://x/a.tar.gz", "fill /srv", "fetch s3://b/c.zip", "fill /opt/c.zip", "fetch https://x/y", "fill /srv/y"}},
		{"imports", "mysql db < a.sql\ngunzip -c a.sql.gz | psql db\nmysql -e 'CREATE DATABASE x'\necho 'SELECT 1' | mysql\nbundle exec rake db:migrate db:seed\nmysql <<EOF\nINSERT INTO t VALUES (1);\nEOF",
			[]string{"import mysql < a.sql", "import gunzip -c a.sql.gz | psql", "import rake db:seed", "import mysql with INSERT statements"}},
		{"libraries", "pip3 install flask gunicorn\npip install -r requirements.txt\nnpm ci\nnpm install -g pm2\nnpm run build\nnvm install 20\nmake\n./configure && make install",
			[]string{"install flask", "install gunicorn", "compile pip install", "compile npm ci", "install pm2", "compile npm build", "runtime 20", "compile make", "compile make", "compile make"}},
		{"carriage returns", "#!/bin/bash\r\nyum install -y git\r\n", []string{"install git"}},
		{"a line that is no shell", "yum install -y git\nif then )\nyum install -y jq", []string{"install git", "install jq"}},
		{"cloud-config", "#cloud-config\npackage_upgrade: yes\npackages:\n- a\n- [b, 1]\n- apt: [c]\nwrite_files:\n- path: /opt/x.sh\n  encoding: b64\n  content: eXVtIGluc3RhbGwgLXkgZA==\nruncmd:\n- [sh, /opt/x.sh]\n- P=e\n- yum install -y $P",
			[]string{"update", "install a", "install b", "install c", "install d", "install e"}},
		{"an archive", "Content-Type: multipart/mixed;\n boundary=\"b\"\n\n--b\nContent-Type: text/cloud-config\n\npackages: [a]\n--b\nContent-Type: text/x-shellscript\n#!/bin/sh\nyum install -y b\n--b--\n", []string{"install a", "install b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(Read(c.text, nil).Steps); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestUnread(t *testing.T) {
	for text, want := range map[string][]string{
		"yum install -y git":                                      nil,
		"#!/usr/bin/env python3\nimport os":                       {"a script in python3"},
		"curl https://x/y.sh | bash":                              {"a script from the network"},
		"curl https://deb.nodesource.com/x | sudo -E bash -":      nil,
		"bash /opt/x.sh":                                          {"the script /opt/x.sh"},
		"./x.sh":                                                  {"the program ./x.sh"},
		"source /etc/os-release; . ~/.bashrc":                     nil,
		graph.Hole + "\nls":                                       {"a part of a script that is not known"},
		"ls " + graph.Hole:                                        nil,
		"ansible-playbook x.yml":                                  {"what ansible-playbook does"},
		"docker-compose up -d":                                    {"the services of a compose file"},
		"#include\nhttps://x":                                     {"user data from elsewhere"},
		"#cloud-config\na: [":                                     {"a cloud-config that is broken"},
		"{\"ignition\": {}}":                                      {"user data that is neither a script nor cloud-config"},
		"Content-Type: multipart/mixed\n\nx":                      {"a MIME archive that is broken"},
		strings.Repeat("$(", 2000):                                {"a script that is too long or too deep"},
		strings.Repeat("x", maxText+1):                            {"a script that is too long or too deep"},
		"./aws/install\n./install auto\n/opt/aws/bin/cfn-init -v": nil,
	} {
		if got := Read(text, nil).Unread; !slices.Equal(got, want) {
			t.Errorf("%.40q: got %q, want %q", text, got, want)
		}
	}
	if !Read("<powershell>\nx\n</powershell>", nil).Windows {
		t.Error("a script for Windows is not told")
	}
}

func TestInitialisation(t *testing.T) {
	asked := ""
	got := Read("/opt/aws/bin/cfn-init -v -s x --resource Web -c a,b\n/usr/local/after.sh", func(resource string, sets []string) ([]Config, bool) {
		asked = fmt.Sprint(resource, sets)
		return []Config{{Origin: 1,
			Packages: []Step{{Verb: Install, Name: "httpd", Via: "yum"}},
			Sources:  []ArchiveSource{{"/srv", "https://x/y"}},
			Files:    []File{{Path: "/usr/local/after.sh", Content: "yum install -y git"}},
			Commands: []InitCommand{{Text: "yum install -y jq"}, {Text: "yum install -y tested", Tested: true}},
			Services: []Service{{"httpd", true}, {"mysqld", false}}}}, true
	})
	want := []string{"install httpd", "fetch https://x/y", "fill /srv", "install jq", "install? tested", "start httpd", "stop mysqld", "install git"}
	if asked != "Web[a b]" || !slices.Equal(told(got.Steps), want) || got.Steps[0].Origin != 1 || got.Steps[len(want)-1].Origin != 0 {
		t.Errorf("asked %s, got %q", asked, told(got.Steps))
	}
}

// Work is bounded: what doubles with every line, and what is nested, ends.
func TestBounds(t *testing.T) {
	var doubling strings.Builder
	doubling.WriteString("a=xxxxxxxxxx\n")
	for range 200 {
		doubling.WriteString("a=$a$a\n")
	}
	doubling.WriteString("yum install -y $a\n")
	var calls strings.Builder
	calls.WriteString("f0() { yum install -y x; }\n")
	for i := range 6 {
		fmt.Fprintf(&calls, "f%d() { %s }\n", i+1, strings.Repeat(fmt.Sprintf("f%d; ", i), 40))
	}
	calls.WriteString("f6\n")
	for name, text := range map[string]string{
		"doubling": doubling.String(),
		"calls":    calls.String(),
		"nested":   strings.Repeat("if true; then ", 5000),
		"loops":    strings.Repeat("for i in 1 2 3 4 5 6 7 8 9; do ", 20) + "yum install -y x" + strings.Repeat("; done", 20),
		"quotes":   strings.Repeat("bash -c '", 3000),
		"holes":    strings.Repeat(graph.Hole, 10000),
		"yaml":     "#cloud-config\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nruncmd: [*e,*e,*e,*e,*e,*e]",
	} {
		if n := len(Read(text, nil).Steps); n > maxCommands {
			t.Errorf("%s: %d steps", name, n)
		}
	}
}

// FuzzRead holds that nothing panics or hangs, and that what is told is text.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"#!/bin/bash\nyum install -y a && systemctl start b", "#cloud-config\nruncmd: [[ls, -l]]", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n#!/bin/sh\nls\n--b--",
		"cat > a <<E\nx\nE\nbash a", "f() { f; }; f", "for i in ${a[@]}; do $i; done", "mount -t nfs a:/ /b\nln -s /b/c /d", "docker run -d x", "mysql < a.sql", "/opt/aws/bin/cfn-init -c a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		got := Read(text, func(string, []string) ([]Config, bool) {
			return []Config{{Commands: []InitCommand{{Text: text}}}}, true
		})
		for _, s := range got.Steps {
			if utf8.ValidString(text) && !utf8.ValidString(s.Name) {
				t.Errorf("a step is named %q", s.Name)
			}
		}
	})
}
