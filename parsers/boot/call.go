package boot

import (
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/archlint/archlint/parsers/graph"
)

// A command is a simple command with all that it reads.
type command struct {
	words []string // without what only wraps it: sudo, env, nohup
	redirection
	piped  bool     // it reads what another prints
	before []string // the words of that other
	given  string   // what that prints, where it is known
}

// call reads a simple command and gives its words. before is nil where it stands in no pipeline, and empty where it is
// the first.
func (r *reader) call(c *syntax.CallExpr, redirects []*syntax.Redirect, before []string) []string {
	words := r.words(c.Args)
	if len(words) == 0 {
		for _, a := range c.Assigns {
			r.assign(a)
		}
		return nil
	}
	cmd := command{words: words, redirection: r.redirection(redirects), piped: len(before) > 0, before: before, given: r.printed}
	if before == nil {
		cmd.given = ""
	}
	r.printed = ""
	r.execute(cmd)
	return unwrap(words)
}

// execute takes a command for what it does.
func (r *reader) execute(c command) {
	c.words = unwrap(c.words)
	if len(c.words) == 0 { // a shell of another user
		if c.hasIn {
			r.shell(c.input)
		}
		return
	}
	name := c.words[0]
	if f, ok := r.funcs[name]; ok {
		r.callFunction(name, f, c.words[1:])
		return
	}
	if name == graph.Hole || strings.HasPrefix(name, graph.Hole) && !strings.Contains(name, "/") {
		r.unread("a part of a script that is not known")
		return
	}
	if strings.Contains(name, "/") && r.executeFile(name, c.words[1:]) {
		return
	}
	base := path.Base(name)
	switch {
	case base == "exit" || base == "return":
		r.ended = r.perhaps == 0 && base == "exit"
	case base == "export" || base == "declare" || base == "eval" || base == "set":
	case shells[base]:
		r.executeShell(c)
	case base == "su" || base == "runuser":
		r.executeAs(c)
	case base == "source" || base == ".":
		if len(c.words) > 1 && !r.run(c.words[1]) && foreign(c.words[1]) {
			r.unread("the script " + c.words[1])
		}
	default:
		r.writes(c, base)
		r.recognise(c, base)
	}
}

// callFunction runs the body of a function, with its arguments, unless it is being run.
func (r *reader) callFunction(name string, f function, args []string) {
	if slices.Contains(r.calling, name) || len(r.calling) > maxNesting {
		return
	}
	outer := r.text
	r.calling, r.text = append(r.calling, name), f.text
	saved := map[string]string{}
	for i, number := range []string{"1", "2", "3", "4", "5", "@", "*"} {
		saved[number] = r.vars[number]
		delete(r.vars, number)
		switch {
		case i >= 5:
			r.vars[number] = strings.Join(args, " ")
		case i < len(args):
			r.vars[number] = args[i]
		}
	}
	r.stmt(f.body)
	for number, value := range saved {
		if delete(r.vars, number); value != "" {
			r.vars[number] = value
		}
	}
	r.calling, r.text = r.calling[:len(r.calling)-1], outer
}

// executeFile runs a file by its path; it is false where that is a program that the system has.
func (r *reader) executeFile(name string, args []string) bool {
	switch {
	case r.run(name):
		return true
	case path.Base(name) == "install" && slices.Contains([]string{"aws", "sam-installation"}, path.Base(path.Dir(name))):
		r.add(Step{Verb: Install, Name: "the AWS tools", Via: "script"})
		return true
	case path.Base(name) == "install" && len(args) > 0 && args[0] == "auto": // the agent of CodeDeploy
		return true
	case foreign(name) && builders[path.Base(name)] == "":
		r.unread("the program " + name)
		return true
	}
	return false
}

// foreign tells by its path whether a script or program came with neither the system nor a package.
func foreign(name string) bool {
	for _, dir := range []string{"/etc/", "/usr/", "/bin/", "/sbin/", "/opt/aws/", "/opt/amazon/", "/opt/rh/", "/opt/elasticbeanstalk/", "/snap/", "/proc/", "/dev/"} {
		if strings.HasPrefix(name, dir) && !strings.HasSuffix(name, ".sh") {
			return false
		}
	}
	base := path.Base(name)
	for _, known := range []string{".bashrc", ".bash_profile", ".profile", "nvm.sh", "activate", "environment", "profile", "os-release", "env", "functions", "rvm", "rvm.sh", "bash_completion"} {
		if base == known {
			return false
		}
	}
	return !strings.HasPrefix(name, "/etc/profile.d/") && !strings.Contains(name, "/venv/") && !strings.HasSuffix(path.Dir(name), "/bin")
}

var shells = map[string]bool{"sh": true, "bash": true, "dash": true, "zsh": true, "ksh": true, "ash": true}

// executeShell reads `bash -c text`, `bash file` and what a shell is given to read.
func (r *reader) executeShell(c command) {
	args := c.words[1:]
	for len(args) > 0 && strings.HasPrefix(args[0], "-") && args[0] != "-" {
		flag := args[0]
		args = args[1:]
		if !strings.HasPrefix(flag, "--") && strings.Contains(flag, "c") && len(args) > 0 {
			r.shell(plain(args[0]))
			return
		}
		if flag == "-s" || flag == "--" {
			break
		}
	}
	switch {
	case len(args) > 0 && args[0] != "-" && !c.hasIn && !c.piped && !strings.HasPrefix(args[0], "<("):
		if !r.run(args[0]) && foreign(args[0]) {
			r.unread("the script " + args[0])
		}
	case c.hasIn:
		r.shell(c.input)
	case c.given != "":
		r.shell(plain(c.given))
	case c.piped || len(args) > 0:
		if !r.setup(strings.Join(append(c.before, args...), " ")) {
			r.unread("a script from the network")
		}
	}
}

// setup recognises the scripts of package sources, which install nothing of note, and those of agents and runtimes.
func (r *reader) setup(text string) bool {
	for _, s := range []struct {
		address string
		step    *Step
	}{
		{"nodesource.com", nil}, {"packagecloud.io", nil}, {"script.deb.sh", nil}, {"script.rpm.sh", nil}, {"install_agent", nil}, {"install_script", nil},
		{"get.docker.com", &Step{Verb: Install, Name: "docker", Via: "script"}}, {"nvm-sh/nvm", nil}, {"creationix/nvm", nil}, {"get.rvm.io", nil}, {"pyenv.run", nil},
		{"sh.rustup.rs", &Step{Verb: Runtime, Name: "rust"}}, {"getcomposer.org", &Step{Verb: Install, Name: "composer", Via: "script"}},
		{"mariadb_repo_setup", nil},
	} {
		if strings.Contains(text, s.address) {
			if s.step != nil {
				r.add(*s.step)
			}
			return true
		}
	}
	return false
}

// executeAs reads `su user -c text`, and a here-document that a shell of another user is given.
func (r *reader) executeAs(c command) {
	for i, w := range c.words {
		if (w == "-c" || w == "--command") && i+1 < len(c.words) {
			r.shell(plain(c.words[i+1]))
			return
		}
		if rest, ok := strings.CutPrefix(w, "--command="); ok {
			r.shell(plain(rest))
			return
		}
	}
	if c.hasIn {
		r.shell(c.input)
	}
}

// writes keeps what echo, printf, cat and tee write to files.
func (r *reader) writes(c command, name string) {
	var text string
	switch {
	case name == "echo" || name == "printf":
		args := c.words[1:]
		for len(args) > 0 && (args[0] == "-e" || args[0] == "-n" || args[0] == "-en" || args[0] == "-ne" || args[0] == "-E") {
			args = args[1:]
		}
		text = strings.Join(args, " ") + "\n"
		if name == "printf" || strings.Contains(text, `\n`) || strings.Contains(text, `\t`) {
			text = escapes.Replace(text)
		}
	case (name == "cat" || name == "tee") && c.hasIn:
		text = c.input
	case name == "tee" && c.given != "":
		text = escapes.Replace(c.given)
	default:
		return
	}
	r.printed = text
	if c.to != "" && c.to != "/dev/null" {
		r.write(c.to, text, c.append)
	}
	if name == "tee" {
		more := slices.Contains(c.words, "-a") || slices.Contains(c.words, "--append")
		for _, w := range c.words[1:] {
			if !strings.HasPrefix(w, "-") {
				r.write(w, text, more)
			}
		}
	}
}

// escapes are white space as echo -e and printf write it.
var escapes = strings.NewReplacer(`\t`, "\t", `\n`, "\n")

// wrappers are programs that run another, with the number of words that each of their flags takes.
var wrappers = map[string]map[string]int{
	"sudo":           {"-u": 1, "-g": 1, "-p": 1, "-C": 1, "-h": 1, "-r": 1, "-t": 1, "-T": 1, "-U": 1, "--user": 1, "--group": 1},
	"env":            {"-u": 1, "-C": 1},
	"nohup":          {},
	"exec":           {"-a": 1},
	"time":           {},
	"command":        {},
	"builtin":        {},
	"nice":           {"-n": 1},
	"ionice":         {"-c": 1, "-n": 1},
	"setsid":         {},
	"stdbuf":         {},
	"timeout":        {"-k": 1, "-s": 1},
	"doas":           {"-u": 1},
	"cloud-init-per": {},
}

// unwrap leaves out the programs that only run another.
func unwrap(words []string) []string {
	for len(words) > 0 {
		flags, ok := wrappers[path.Base(words[0])]
		if !ok {
			return words
		}
		name := path.Base(words[0])
		if name == "command" && len(words) > 1 && strings.HasPrefix(words[1], "-") { // asks where a program is
			return words
		}
		words = words[1:]
		for len(words) > 0 && (strings.HasPrefix(words[0], "-") || name != "exec" && isAssignment(words[0])) {
			n := 1 + flags[words[0]]
			words = words[min(n, len(words)):]
		}
		switch {
		case name == "timeout" && len(words) > 0:
			words = words[1:]
		case name == "cloud-init-per" && len(words) > 1: // a frequency and a name
			words = words[2:]
		}
	}
	return words
}

func isAssignment(word string) bool {
	name, _, ok := strings.Cut(word, "=")
	return ok && name != "" && strings.IndexFunc(name, func(c rune) bool {
		return c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
	}) < 0
}
