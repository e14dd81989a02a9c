package aws

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// An Option is an option of Beanstalk environments, with the value that the API takes where nothing sets it; "" where
// that is none.
type Option struct{ Namespace, Name, Default string }

// The namespaces of options that stand for several.
const (
	beanstalkCommand      = "aws:elasticbeanstalk:command"
	beanstalkInstances    = "aws:ec2:instances"
	beanstalkEnvironments = "aws:elasticbeanstalk:environment"
	beanstalkGroup        = "aws:autoscaling:asg"
	beanstalkDatabase     = "aws:rds:dbinstance"
	beanstalkWorker       = "aws:elasticbeanstalk:sqsd"
	beanstalkProcess      = "aws:elasticbeanstalk:environment:process:" // and the process
	beanstalkListener     = "aws:elb:listener:"                         // and the port, of a Classic Load Balancer
)

// The options that rules ask for (Elastic Beanstalk Developer Guide, "General options for all environments").
var (
	EnvironmentType   = Option{beanstalkEnvironments, "EnvironmentType", "LoadBalanced"} // or SingleInstance
	LoadBalancerType  = Option{beanstalkEnvironments, "LoadBalancerType", "classic"}     // application, network
	GroupMinSize      = Option{beanstalkGroup, "MinSize", "1"}
	GroupMaxSize      = Option{beanstalkGroup, "MaxSize", "4"}
	GroupZones        = Option{beanstalkGroup, "Availability Zones", "Any"} // "Any 1", "Any 2", "Any 3"
	GroupCustomZones  = Option{beanstalkGroup, "Custom Availability Zones", ""}
	GroupSubnets      = Option{"aws:ec2:vpc", "Subnets", ""}
	ScalingMeasure    = Option{"aws:autoscaling:trigger", "MeasureName", "NetworkOut"}
	HealthCheckURL    = Option{"aws:elasticbeanstalk:application", "Application Healthcheck URL", ""}
	HealthReporting   = Option{"aws:elasticbeanstalk:healthreporting:system", "SystemType", "basic"} // or enhanced
	DeploymentPolicy  = Option{beanstalkCommand, "DeploymentPolicy", "AllAtOnce"}
	ManagedActions    = Option{"aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled", "false"}
	CoupledDatabase   = Option{beanstalkDatabase, "HasCoupledDatabase", "false"}
	DatabaseDeletion  = Option{beanstalkDatabase, "DBDeletionPolicy", "Delete"} // Snapshot, Retain
	DatabaseMultiAZ   = Option{beanstalkDatabase, "MultiAZDatabase", "false"}
	WorkerQueueURL    = Option{beanstalkWorker, "WorkerQueueURL", ""}       // Beanstalk makes a queue where none is given
	WorkerVisibility  = Option{beanstalkWorker, "VisibilityTimeout", "300"} // seconds
	WorkerInactivity  = Option{beanstalkWorker, "InactivityTimeout", "299"} // seconds
	WorkerRetries     = Option{beanstalkWorker, "MaxRetries", "10"}
	environmentVPC    = Option{"aws:ec2:vpc", "VPCId", ""}
	balancerSubnets   = Option{"aws:ec2:vpc", "ELBSubnets", ""}
	instanceGroups    = Option{"aws:autoscaling:launchconfiguration", "SecurityGroups", ""} // beside the one that Beanstalk makes
	batchSizeType     = Option{beanstalkCommand, "BatchSizeType", "Percentage"}             // or Fixed
	batchSize         = Option{beanstalkCommand, "BatchSize", "100"}
	spotEnabled       = Option{beanstalkInstances, "EnableSpot", "false"}
	spotOnDemandBase  = Option{beanstalkInstances, "SpotFleetOnDemandBase", "0"}
	spotOnDemandAbove = Option{beanstalkInstances, "SpotFleetOnDemandAboveBasePercentage", ""} // 70, or 0 for a single instance
)

// Settings are the option settings of a Beanstalk environment: its own, then those of its configuration template, then
// those of the application's configuration files, then the API's defaults.
type Settings struct {
	env    *graph.Resource
	values map[[2]string]Value[string]
	told   map[[2]string]string // where the settings are written that no resource has
	open   [][2]string          // the options that may be set out of sight, with a [graph.Hole] for each part that is not known

	// What the configuration files of the application say beside options; see bundle.
	checks, queues graph.Tri
	periodic       bool
}

// SettingsOf gathers them in their order of precedence: what is written for the environment itself, its saved
// configuration, and the configuration files of the application (Elastic Beanstalk Developer Guide, "Configuration
// options: precedence").
func SettingsOf(env *graph.Resource) Settings {
	type key struct{ r *graph.Resource }
	return graph.Fact(env.Graph(), key{env}, func() Settings {
		s := Settings{env: env, values: map[[2]string]Value[string]{}, told: map[[2]string]string{}}
		s.take(BeanstalkEnvironment.Settings.Of(env))
		t := BeanstalkEnvironment.Template.Of(env)
		if t.Open {
			s.open = append(s.open, anyOption)
		}
		for _, l := range t.Items {
			if l.To == nil || l.To.Mode != graph.Managed {
				s.open = append(s.open, anyOption)
				doubtPlace(env, pathText(l.Place.Path))
				continue
			}
			s.take(BeanstalkTemplate.Settings.Of(l.To))
		}
		s.takeBundles()
		if env.Language == graph.Terraform && env.Source.Ignored("setting") != graph.False {
			s.open = append(s.open, anyOption)
			env.Graph().Doubt(graph.Doubt{Resource: env, Message: "settings of " + env.Address + " that are made elsewhere are ignored on purpose (ignore_changes)"})
		}
		return s
	})
}

// anyOption stands for every option.
var anyOption = [2]string{graph.Hole, graph.Hole}

// take adds the settings of one source, below those that are there.
func (s *Settings) take(l BlockList) {
	for _, b := range l.Shapes {
		k, _ := optionOf(b)
		s.open = append(s.open, k)
	}
	if l.Unlisted && len(l.Shapes) == 0 {
		s.open = append(s.open, anyOption)
	}
	own := map[[2]string]Block{}
	for _, b := range l.Items {
		k, ok := optionOf(b)
		if !ok {
			s.open = append(s.open, k)
			continue
		}
		if _, higher := s.values[k]; !higher || own[k].Place.Resource != nil {
			s.values[k] = field[string](b, "value", "Value")
			own[k] = b
		}
	}
	for _, b := range l.Possible {
		k, ok := optionOf(b)
		if !ok {
			s.open = append(s.open, k)
			continue
		}
		sure := own[k]
		if _, higher := s.values[k]; !higher || sure.Place.Resource != nil && sure.order < b.order {
			b.value = cty.ObjectVal(map[string]cty.Value{"value": cty.DynamicVal, "Value": cty.DynamicVal})
			s.values[k] = field[string](b, "value", "Value")
		}
	}
}

// optionOf names the option that a setting is of, with a hole for each part that is not known; whole tells that there is
// none.
func optionOf(setting Block) (k [2]string, whole bool) {
	namespace, ok1 := graph.Text(fieldValue(setting, "namespace", "Namespace"))
	name, ok2 := graph.Text(fieldValue(setting, "name", "OptionName"))
	return [2]string{namespace, name}, ok1 && ok2
}

// mayBe tells whether a text with holes may turn out to be a name.
func mayBe(text, name string) bool {
	before, after, holed := strings.Cut(text, graph.Hole)
	if !holed {
		return text == name
	}
	if i := strings.LastIndex(after, graph.Hole); i >= 0 {
		after = after[i+len(graph.Hole):]
	}
	return len(before)+len(after) <= len(name) && strings.HasPrefix(name, before) && strings.HasSuffix(name, after)
}

// mayHold tells whether an option may be set out of sight.
func (s Settings) mayHold(namespace, name string) bool {
	return slices.ContainsFunc(s.open, func(k [2]string) bool { return mayBe(k[0], namespace) && mayBe(k[1], name) })
}

// Of is the setting of an option. Where none is written it is the API's default, at the environment; where one may be
// written out of sight, it is not known.
func (s Settings) Of(o Option) Value[string] {
	if v, ok := s.values[o.key()]; ok && (v.state != absent) {
		return v
	}
	v := Value[string]{Place: graph.Place{Resource: s.env}, label: "the option " + o.Name}
	if !s.mayHold(o.Namespace, o.Name) {
		v.state, v.value, v.known = absent, o.Default, true
	}
	return v
}

func (o Option) key() [2]string { return [2]string{o.Namespace, o.Name} }

// Number is the setting of an option whose value is a number.
func (s Settings) Number(o Option) Value[int] {
	text := s.Of(o)
	v := Value[int]{Place: text.Place, state: text.state, present: text.present, label: "the option " + o.Name, raw: cty.DynamicVal}
	if t, ok := text.Get(); ok {
		n, err := strconv.Atoi(strings.TrimSpace(t))
		v.value, v.known = n, err == nil
	}
	return v
}

// Is tells whether an option has one of the values, in whatever case.
func (s Settings) Is(o Option, values ...string) graph.Tri {
	return s.Of(o).Test(func(text string) bool {
		return slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(strings.TrimSpace(text), v) })
	})
}

// Because tells the setting of an option with its cause: "MinSize is 1 because none is written".
func (s Settings) Because(o Option) string {
	v := s.Of(o)
	text := cmp.Or(v.Or(""), "empty")
	switch {
	case s.told[o.key()] != "":
		return fmt.Sprintf("%s is %s, as %s says", o.Name, text, s.told[o.key()])
	case v.Written() == graph.False && o.Default == "":
		return o.Name + " is not written"
	case v.Written() == graph.False:
		return fmt.Sprintf("%s is %s because none is written", o.Name, text)
	}
	return fmt.Sprintf("%s is %s", o.Name, text)
}

// LoadBalanced tells whether the environment has a load balancer: web environments, unless they are of a single instance.
func (s Settings) LoadBalanced() graph.Tri {
	return s.Is(EnvironmentType, "LoadBalanced").And(Web(s.env))
}

// ShallowCheck tells whether the load balancer of the environment asks for no path of the application: no health check
// URL, and no path of a process (Elastic Beanstalk Developer Guide, "Basic health reporting": then it opens a TCP
// connection to port 80, or asks an Application Load Balancer's default path). A Network Load Balancer opens
// connections in any case.
func (s Settings) ShallowCheck() graph.Tri {
	out := s.Is(LoadBalancerType, "network").Not()
	if out == graph.False {
		return out
	}
	written := s.Of(HealthCheckURL).Test(func(path string) bool { return path != "" })
	for k, v := range s.values {
		if strings.HasPrefix(k[0], beanstalkProcess) && k[1] == "HealthCheckPath" {
			written = written.Or(v.Test(func(path string) bool { return path != "" }))
		}
	}
	for _, k := range s.open { // a path of a process of any name
		if prefix, _, _ := strings.Cut(k[0], graph.Hole); mayBe(k[1], "HealthCheckPath") && (strings.HasPrefix(prefix, beanstalkProcess) || strings.HasPrefix(beanstalkProcess, prefix) && prefix != k[0]) {
			written = written.Or(graph.Unknown)
		}
	}
	return out.And(written.Not())
}

// HasDatabase tells whether the environment has a database of its own, and where that is written: it is asked for, or an
// option of it is set (Elastic Beanstalk Developer Guide, "Adding a database to your Elastic Beanstalk environment").
func (s Settings) HasDatabase() (graph.Tri, graph.Place) {
	asked := s.Of(CoupledDatabase)
	if asked.Written() != graph.False {
		return s.Is(CoupledDatabase, "true"), asked.Place
	}
	at := graph.Place{Resource: s.env}
	names := []string{}
	for k, v := range s.values {
		if k[0] == beanstalkDatabase && v.Written() == graph.True {
			names = append(names, k[1])
		}
	}
	if len(names) > 0 {
		return graph.True, s.values[[2]string{beanstalkDatabase, slices.Min(names)}].Place
	}
	if slices.ContainsFunc(s.open, func(k [2]string) bool { return mayBe(k[0], beanstalkDatabase) }) {
		doubtPlace(s.env, "whether options of "+beanstalkDatabase+" are among the settings")
		return graph.Unknown, at
	}
	return graph.False, at
}

// Zones are the Availability Zones in which the instances of the environment may run: those of its subnets; without any,
// the zones that are written, or as many as are asked for. known is False where Beanstalk takes as many as there are.
func (s Settings) Zones() (zones Zones, named graph.Tri) {
	subnets := s.Of(GroupSubnets)
	switch written := subnets.Written(); {
	case written == graph.True:
		return ZonesOfLinks(s.links(GroupSubnets, subnet)), graph.True
	case written == graph.Unknown:
		return Zones{Place: subnets.Place, Edge: graph.False, Set: graph.Set{Open: true}}, graph.Unknown
	}
	if custom := s.Of(GroupCustomZones); custom.Written() != graph.False {
		zones = Zones{Place: custom.Place, Edge: graph.False, Because: "Custom Availability Zones names no other"}
		text, known := custom.Get()
		if !known {
			custom.doubt()
			zones.Open = true
			return zones, graph.Unknown
		}
		for name := range strings.SplitSeq(text, ",") {
			if name = strings.TrimSpace(name); name != "" {
				m, edge := zoneMember(cty.StringVal(name), name)
				zones.Add(m)
				zones.Edge = zones.Edge.Or(edge)
			}
		}
		return zones, graph.True
	}
	number := s.Of(GroupZones)
	zones = Zones{Place: number.Place, Edge: graph.False, Because: s.Because(GroupZones)}
	one := s.Is(GroupZones, "Any 1")
	if one == graph.True {
		zones.Add(graph.Uncounted(s.env.Address))
	}
	return zones, one
}

// separateItems finds what stands between the commas of a list in one text.
var separateItems = regexp.MustCompile(`[^,\s]+`)

// links follows an option whose value is a list of names in one text, separated by commas.
func (s Settings) links(o Option, kinds ...Kind) Links {
	v := s.Of(o)
	out := Links{Place: v.Place}
	r := v.Place.Resource
	value := cty.NullVal(cty.String)
	if v.state == written {
		value = v.raw.WithMarks(v.marks)
	}
	e := Edge{&edgeFacts{targets: kinds}}
	text, whole := graph.Text(value)
	items := separateItems.FindAllString(text, -1)
	if whole {
		for _, name := range items {
			if l, ok := e.resolve(r, cty.StringVal(name), nil, v.Place); ok {
				out.Items = append(out.Items, l)
			}
		}
		return out
	}
	sure, all := e.targetsOf(r, v.marks, false), e.targetsOf(r, v.marks, true)
	holes := 0
	for _, item := range items {
		if item == graph.Hole {
			holes++
		}
	}
	many := slices.ContainsFunc(all, (*graph.Resource).Many)
	lone := len(items) == 1 && holes == 1
	switch {
	case lone && len(sure) == 1 && len(all) == 1 && !many && s.namesOne(v, sure[0]), !lone && holes == len(items) && len(sure) == holes && len(all) == holes && !many:
		for i := range sure {
			out.Items = append(out.Items, Link{To: sure[i], Candidates: sure[i : i+1], Exists: graph.True, Place: v.Place})
		}
	default:
		v.doubt()
		out.Open = true
		for i := range all {
			l := Link{Candidates: all[i : i+1], Exists: graph.Unknown, Place: v.Place}
			if slices.Contains(sure, all[i]) && !all[i].Many() {
				l.To, l.Exists = all[i], graph.True
			}
			out.Items = append(out.Items, l)
		}
	}
	return out
}

// namesOne tells whether a setting that is not known is the name of one resource and nothing else.
func (s Settings) namesOne(v Value[string], r *graph.Resource) bool {
	if v.Place.Resource.Language == graph.CloudFormation { // where a list that is not known refers to nothing
		return true
	}
	switch v.Place.Resource.Words(v.Place.Path) {
	case r.Address + ".id", r.Address + ".url", `join(",", [` + r.Address + `.id])`:
		return true
	}
	for m := range v.marks { // one item of a list that is known was joined
		if p, ok := m.(graph.Partial); ok && p.Text == graph.Hole {
			return true
		}
	}
	return false
}

// WorkerQueue is the queue that a worker environment is given, nil where Beanstalk makes one or where it is out of sight;
// given tells whether there is one.
func (s Settings) WorkerQueue() (q *graph.Resource, given graph.Tri) {
	given = s.Of(WorkerQueueURL).Written()
	if given != graph.False {
		for q = range s.links(WorkerQueueURL, queue).Targets() {
			return q, given
		}
		s.env.Graph().Doubt(graph.Doubt{Resource: s.env, Message: "the queue of " + s.env.Address + " is not in sight"})
	}
	return nil, given
}

// securityGroups are those that the instances of the environment carry beside the one that Beanstalk makes for them,
// which lets in the load balancer alone and which nothing else can name.
func (s Settings) securityGroups() Links {
	if s.Of(instanceGroups).Written() == graph.Unknown {
		return Links{Open: true, Place: graph.Place{Resource: s.env}}
	}
	return s.links(instanceGroups, securityGroup)
}

// arrivals are the ports at which the load balancer of the environment calls its instances: those of its processes, or of
// the listeners of a Classic Load Balancer, 80 unless another is written (Elastic Beanstalk Developer Guide, "General options
// for all environments", "Configuring a Classic Load Balancer").
func (s Settings) arrivals() []arrival {
	balanced := s.LoadBalanced()
	if balanced == graph.False {
		return nil
	}
	guarded := s.Is(LoadBalancerType, "network").Not()
	nodes := Links{Open: true}
	if s.Of(balancerSubnets).Written() == graph.True {
		nodes = s.links(balancerSubnets, subnet)
	}
	var out []arrival
	for _, sort := range []struct {
		namespace, first, port string
		sure                   graph.Tri
	}{
		{beanstalkListener, "80", "InstancePort", balanced.And(s.heeds(true))},
		{beanstalkProcess, "default", "Port", balanced.And(s.heeds(false))},
	} {
		if sort.sure == graph.False {
			continue
		}
		names := []string{sort.first}
		for k := range s.values {
			if name, ok := strings.CutPrefix(k[0], sort.namespace); ok && k[1] == sort.port && name != sort.first {
				names = append(names, name)
			}
		}
		slices.Sort(names[1:])
		for _, name := range names {
			out = append(out, arrival{s.Number(Option{sort.namespace + name, sort.port, "80"}), s.env, guarded, nodes, sort.sure, hostPort{}})
		}
	}
	return out
}

// heeds tells whether the load balancer is of the sort that an option speaks to, classic or not.
func (s Settings) heeds(classic bool) graph.Tri {
	return s.Of(LoadBalancerType).Test(func(t string) bool { return (t == "classic") == classic })
}

// fleet: load-balanced, with a maximum of two or more.
func (s Settings) fleet() graph.Tri {
	return s.Is(EnvironmentType, "LoadBalanced").And(AtLeast(s.Number(GroupMaxSize), 2))
}
