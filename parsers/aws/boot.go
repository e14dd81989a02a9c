package aws

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/boot"
	"github.com/archlint/archlint/parsers/graph"
)

// A BootStep is one thing that the instances of some compute do when they first boot.
type BootStep struct {
	boot.Step
	Place graph.Place // of the script or metadata that tells it
}

// BootSteps are all that is known of the first boot of some compute.
type BootSteps struct {
	Steps   []BootStep
	Open    bool // there may be others
	Windows bool // nothing is read of scripts for Windows
}

// BootStepsOf reads the boot scripts of a group or instance, with what cfn-init finds in metadata.
func BootStepsOf(compute *graph.Resource) BootSteps {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() BootSteps {
		scripts := BootOf(compute)
		out := BootSteps{Open: scripts.Open}
		init := initialiser{compute: compute, of: launchedFrom(compute)}
		called := false
		take := func(read boot.Reading, at graph.Place) {
			out.Windows = out.Windows || read.Windows
			called = called || read.Initialised
			for _, why := range read.Unread {
				out.Open = true
				compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: compute.Address + " boots with " + why + ", which is not read"})
			}
			for _, s := range read.Steps {
				place := at
				if s.Origin > 0 {
					place = init.places[s.Origin-1]
				}
				out.Steps = append(out.Steps, BootStep{s, place})
			}
		}
		for _, t := range scripts.Texts {
			if !t.init {
				take(init.read(t.Text), t.Place)
			}
		}
		if !called && out.Open && compute.Language == graph.CloudFormation { // what calls cfn-init may be out of sight
			if configs, ok := init.configs("", []string{"default"}); ok {
				take(boot.Perhaps(configs), graph.Place{Resource: compute})
			}
		}
		return out
	})
}

// launchedFrom are the compute itself and what its instances are launched from, as far as that is in sight.
func launchedFrom(compute *graph.Resource) []*graph.Resource {
	out := []*graph.Resource{compute}
	for _, e := range []Edge{AutoScalingGroup.LaunchTemplate, AutoScalingGroup.LaunchConfiguration, Instance.LaunchTemplate} {
		if e.owner.Includes(compute) != graph.True {
			continue
		}
		for t := range e.Of(compute).Targets() {
			if t.Mode == graph.Managed {
				out = append(out, t)
			}
		}
	}
	return out
}

// An initialiser finds what cfn-init reads.
type initialiser struct {
	compute *graph.Resource
	of      []*graph.Resource // those that cfn-init may be told of without their name being known
	places  []graph.Place     // by origin, from 1
}

const initKey = "AWS::CloudFormation::Init"

// read reads a script: once for all that boot with it, where there is no metadata of their own to it.
func (x *initialiser) read(text string) boot.Reading {
	if x.compute.Language == graph.CloudFormation {
		return boot.Read(text, x.configs)
	}
	type key struct{ text string }
	return graph.Fact(x.compute.Graph(), key{text}, func() boot.Reading { return boot.Read(text, nil) })
}

// configs is a [boot.Source].
func (x *initialiser) configs(resource string, sets []string) ([]boot.Config, bool) {
	candidates := x.of
	if resource != "" {
		prefix := x.compute.Address[:strings.LastIndexByte(x.compute.Address, '/')+1]
		named := x.compute.Graph().ByAddress(prefix + resource)
		if named == nil {
			return nil, false
		}
		candidates = []*graph.Resource{named}
	}
	for _, r := range candidates {
		metadata := r.Attribute("@Metadata")
		if u, _ := metadata.Unmark(); u.IsNull() {
			continue
		} else if !u.IsKnown() {
			return nil, false
		}
		if init := member(metadata, initKey); init != cty.NilVal {
			return x.chosen(r, init, sets)
		}
	}
	return nil, resource != "" || len(candidates) == 1
}

// chosen are the configs that sets name, in their order. Without config sets there is one config, called "config".
func (x *initialiser) chosen(r *graph.Resource, init cty.Value, sets []string) ([]boot.Config, bool) {
	at := cty.GetAttrPath("@Metadata").GetAttr(initKey)
	all := member(init, "configSets")
	if all == cty.NilVal {
		return []boot.Config{x.config(r, member(init, "config"), at.GetAttr("config"))}, true
	}
	var out []boot.Config
	ok := true
	var names func(v cty.Value, depth int)
	names = func(v cty.Value, depth int) {
		u, _ := v.Unmark()
		switch {
		case u.IsNull() || len(out) > 100 || depth > 8:
		case !u.IsKnown():
			ok = false
		case u.Type() == cty.String:
			name := u.AsString()
			config := member(init, name)
			if config == cty.NilVal {
				ok = false
				return
			}
			out = append(out, x.config(r, config, at.GetAttr(name)))
		case u.Type().IsTupleType() || u.Type().IsListType():
			for it := u.ElementIterator(); it.Next(); {
				_, e := it.Element()
				names(e, depth+1)
			}
		case u.Type().IsObjectType() && u.Type().HasAttribute("ConfigSet"):
			if set, known := textOf(u.GetAttr("ConfigSet")); known && member(all, set) != cty.NilVal {
				names(member(all, set), depth+1)
			} else {
				ok = false
			}
		default:
			ok = false
		}
	}
	for _, set := range sets {
		if v := member(all, set); v != cty.NilVal {
			names(v, 0)
		} else {
			ok = false
		}
	}
	return out, ok
}

// config reads one config.
func (x *initialiser) config(r *graph.Resource, v cty.Value, at cty.Path) boot.Config {
	x.places = append(x.places, graph.Place{Resource: r, Path: at})
	out := boot.Config{Origin: len(x.places)}
	u, _ := v.Unmark()
	if v == cty.NilVal || u.IsNull() {
		return out
	}
	if !u.IsKnown() {
		out.Unknown = true
		return out
	}
	section := func(name string, visit func(key string, v cty.Value)) {
		out.Unknown = eachMember(member(v, name), visit) || out.Unknown
	}
	section("packages", func(manager string, names cty.Value) {
		out.Unknown = eachMember(names, func(name string, _ cty.Value) {
			out.Packages = append(out.Packages, boot.Step{Verb: boot.Install, Name: name, Via: manager})
		}) || out.Unknown
	})
	section("sources", func(directory string, address cty.Value) {
		text, _ := graph.Text(address)
		out.Sources = append(out.Sources, boot.ArchiveSource{Directory: directory, Address: text})
	})
	section("files", func(name string, file cty.Value) {
		content, _ := graph.Text(member(file, "content"))
		address, _ := graph.Text(member(file, "source"))
		out.Files = append(out.Files, boot.File{Path: name, Content: content, Address: address})
	})
	section("commands", func(_ string, command cty.Value) {
		out.Commands = append(out.Commands, boot.InitCommand{Text: commandText(member(command, "command")), Tested: member(command, "test") != cty.NilVal})
	})
	section("services", func(_ string, services cty.Value) {
		out.Unknown = eachMember(services, func(name string, service cty.Value) {
			if running, known := textOf(member(service, "ensureRunning")); known {
				out.Services = append(out.Services, boot.Service{Name: name, Running: strings.EqualFold(running, "true")})
			}
		}) || out.Unknown
	})
	return out
}

// commandText is a command as a shell takes it: a text, or a list of words.
func commandText(v cty.Value) string {
	if v == cty.NilVal {
		return ""
	}
	u, _ := v.Unmark()
	if u.IsKnown() && !u.IsNull() && (u.Type().IsTupleType() || u.Type().IsListType()) {
		var words []string
		for it := u.ElementIterator(); it.Next(); {
			_, e := it.Element()
			text, _ := graph.Text(e)
			words = append(words, "'"+strings.ReplaceAll(text, "'", `'\''`)+"'")
		}
		return strings.Join(words, " ")
	}
	text, _ := graph.Text(v)
	return text
}

// eachMember visits the members of an object, by name; open tells that there may be others.
func eachMember(v cty.Value, visit func(name string, v cty.Value)) (open bool) {
	if v == cty.NilVal {
		return false
	}
	u, _ := v.Unmark()
	switch t := u.Type(); {
	case u.IsNull():
	case u.IsKnown() && (t.IsObjectType() || t.IsMapType()):
		for it := u.ElementIterator(); it.Next(); {
			k, e := it.Element()
			if eu, _ := e.Unmark(); eu.IsNull() {
				continue
			}
			name, _ := textOf(k)
			visit(name, e)
		}
	default:
		return true
	}
	return false
}

// agentWords are in the names of the agents of AWS, which weigh nothing: most images have them, and they are small.
var agentWords = []string{"cloudwatch", "awslogs", "ssm-agent", "amazon-ssm", "session-manager", "ecs-init", "ecs-agent", "amazon-ecs", "efs-utils", "cfn-bootstrap", "aws-cfn", "codedeploy", "ec2-instance-connect"}

func agent(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(agentWords, func(w string) bool { return strings.Contains(name, w) })
}

// bootWeights are what the steps of a first boot weigh: a package that is installed 1, whatever takes minutes 2.
var bootWeights = map[boot.Verb]int{boot.Install: 1, boot.Update: 2, boot.Runtime: 2, boot.Pull: 2, boot.Fetch: 2, boot.Compile: 2}

// SlowBoot is the weight from which a first boot is slow.
const SlowBoot = 5

// A BootWeight is how much the first boot of some compute does before it can serve.
type BootWeight struct {
	Least, Most int // Most counts what may be done, too
	Open        bool
	Place       graph.Place // of what weighs most
	Does        []string    // in words, what surely weighs
}

// BootWeightOf weighs the first boot of a group or instance.
func BootWeightOf(compute *graph.Resource) BootWeight {
	steps := BootStepsOf(compute)
	out := BootWeight{Open: steps.Open, Place: graph.Place{Resource: compute}}
	type act struct {
		verb boot.Verb
		name string
	}
	surely := map[act]bool{}
	var names [boot.Export + 1][]string
	place := map[string]int{} // weight by place
	heaviest := 0
	for _, s := range steps.Steps {
		weight := bootWeights[s.Verb]
		if weight == 0 || agent(s.Name) {
			continue
		}
		a := act{s.Verb, s.Name}
		sure, seen := surely[a]
		if !seen {
			out.Most += weight
		}
		if sure || s.Certain != graph.True {
			surely[a] = sure
			continue
		}
		surely[a] = true
		out.Least += weight
		names[s.Verb] = append(names[s.Verb], s.Name)
		at := pathText(s.Place.Path) + s.Place.Resource.Address
		if place[at] += weight; place[at] > heaviest {
			heaviest, out.Place = place[at], s.Place
		}
	}
	for _, w := range []struct {
		verb boot.Verb
		text string
	}{{boot.Install, "installs"}, {boot.Update, "updates the system"}, {boot.Runtime, "installs a runtime of"}, {boot.Pull, "pulls"}, {boot.Fetch, "downloads"}, {boot.Compile, "builds by"}} {
		if len(names[w.verb]) > 0 {
			out.Does = append(out.Does, strings.TrimSpace(w.text+" "+few(names[w.verb])))
		}
	}
	return out
}

// few lists the first few of some names.
func few(names []string) string {
	const most = 4
	names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == "" })
	for i, n := range names {
		names[i] = strings.ReplaceAll(n, graph.Hole, "…")
	}
	if len(names) > most {
		return graph.Enumerate(append(names[:most:most], strconv.Itoa(len(names)-most)+" more"), "")
	}
	return graph.Enumerate(names, "")
}

// Scales tells whether a group may grow: its maximum is above its minimum.
func Scales(asg *graph.Resource) graph.Tri {
	least, known := AutoScalingGroup.Min.Of(asg).Get()
	if !known {
		return AtLeast(AutoScalingGroup.Max.Of(asg), 1).And(graph.Unknown)
	}
	return AtLeast(AutoScalingGroup.Max.Of(asg), least+1)
}

// A DataLoad is data that instances bring in at their first boot.
type DataLoad struct {
	Certain graph.Tri
	Place   graph.Place
	Does    string // "imports data: mysql < dump.sql"
}

// LoadsDataOf tells whether the first boot of some compute imports data into a database, or formats a volume and fills it.
// What stands in a branch is done only where nothing is there yet, and does not count.
func LoadsDataOf(compute *graph.Resource) DataLoad {
	steps := BootStepsOf(compute)
	out := DataLoad{Certain: graph.False, Place: graph.Place{Resource: compute}}
	if steps.Open {
		out.Certain = graph.Unknown
	}
	formatted := map[string]bool{} // devices
	var empty []string             // paths where they are mounted
	for _, s := range steps.Steps {
		if s.Certain != graph.True {
			continue
		}
		switch s.Verb {
		case boot.Import:
			return DataLoad{graph.True, s.Place, "imports data: " + strings.ReplaceAll(s.Name, graph.Hole, "…")}
		case boot.Format:
			formatted[s.Name] = true
		case boot.MountOn:
			if formatted[s.Source] {
				empty = append(empty, strings.TrimSuffix(s.Name, "/"))
			}
		case boot.Fill:
			for _, path := range empty {
				if s.Name == path || strings.HasPrefix(s.Name, path+"/") {
					return DataLoad{graph.True, s.Place, "formats a volume and fills " + path + " from elsewhere"}
				}
			}
		}
	}
	return out
}
