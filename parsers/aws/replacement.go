package aws

import (
	"fmt"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// GroupReplacement are the attributes by which an Auto Scaling group comes to new instances.
//
// Defaults: a launch template's default version (Amazon EC2 Auto Scaling API Reference, LaunchTemplateSpecification;
// CloudFormation demands a version, and supports neither "$Latest" nor "$Default"), and no lifetime (the same,
// CreateAutoScalingGroup). A rolling update keeps no instance in service and takes one after the other (AWS CloudFormation User Guide,
// "UpdatePolicy attribute": AutoScalingRollingUpdate).
var GroupReplacement = struct {
	Version                       Attr[string] // a number, "$Latest" or "$Default"
	Refresh, RefreshPreferences   Blocks
	RefreshLeast, RefreshMost     Attr[int] // per cent
	PolicyLeast, PolicyMost       Attr[int] // per cent, of the instance maintenance policy
	Lifetime                      Attr[int] // seconds; 0 is none
	RollingLeast, RollingBatch    Attr[int] // instances
	WillReplace                   Attr[bool]
	replacing, rolling, scheduled string // the keys of the update policy
}{
	Version: autoScalingGroup.string("launch_template.version mixed_instances_policy.launch_template.launch_template_specification.version",
		"LaunchTemplate.Version MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version").orIn(graph.Terraform, "$Default"),
	Refresh:            autoScalingGroup.blocks("instance_refresh", ""),
	RefreshPreferences: autoScalingGroup.blocks("instance_refresh.preferences", ""),
	RefreshLeast:       autoScalingGroup.int("instance_refresh.preferences.min_healthy_percentage", ""),
	RefreshMost:        autoScalingGroup.int("instance_refresh.preferences.max_healthy_percentage", ""),
	PolicyLeast:        autoScalingGroup.int("instance_maintenance_policy.min_healthy_percentage", "InstanceMaintenancePolicy.MinHealthyPercentage"),
	PolicyMost:         autoScalingGroup.int("instance_maintenance_policy.max_healthy_percentage", "InstanceMaintenancePolicy.MaxHealthyPercentage"),
	Lifetime:           autoScalingGroup.int("max_instance_lifetime", "MaxInstanceLifetime").or(0),
	RollingLeast:       autoScalingGroup.int("", "@UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService").orIn(graph.CloudFormation, 0),
	RollingBatch:       autoScalingGroup.int("", "@UpdatePolicy.AutoScalingRollingUpdate.MaxBatchSize").orIn(graph.CloudFormation, 1),
	WillReplace:        autoScalingGroup.bool("", "@UpdatePolicy.AutoScalingReplacingUpdate.WillReplace").or(false),
	replacing:          "AutoScalingReplacingUpdate",
	rolling:            "AutoScalingRollingUpdate",
	scheduled:          "AutoScalingScheduledAction",
}

// CodeDeployGroup is a deployment group of CodeDeploy.
var CodeDeployGroup = struct {
	Kind
	Groups     Edge
	GreenFleet Attr[string] // DISCOVER_EXISTING, COPY_AUTO_SCALING_GROUP
}{
	Kind:       codeDeployGroup,
	GreenFleet: codeDeployGroup.string("blue_green_deployment_config.green_fleet_provisioning_option.action", "BlueGreenDeploymentConfiguration.GreenFleetProvisioningOption.Action"),
	Groups:     codeDeployGroup.edgeList(graph.MemberOf, "autoscaling_groups", "AutoScalingGroups", autoScalingGroup),
}

// updatePolicy tells whether the update policy of a group has a key that the question holds of: Unknown where the
// policy is not known.
func updatePolicy(asg *graph.Resource, question func(key string) graph.Tri) graph.Tri {
	if asg.Language != graph.CloudFormation {
		return graph.False
	}
	u, _ := asg.Attribute("@UpdatePolicy").Unmark()
	switch {
	case u.IsNull():
		return graph.False
	case !u.IsKnown() || !u.Type().IsObjectType():
		doubtPlace(asg, "UpdatePolicy")
		return graph.Unknown
	}
	out := graph.False
	for it := u.ElementIterator(); it.Next(); {
		k, v := it.Element()
		key, _ := textOf(k)
		v, _ = v.Unmark()
		switch {
		case v.IsNull():
		case v.IsKnown():
			out = out.Or(question(key))
		default:
			doubtPlace(asg, "UpdatePolicy."+key)
			out = out.Or(question(key).And(graph.Unknown))
		}
	}
	return out
}

// RollingUpdate tells whether CloudFormation updates the instances of a group in batches. A replacing update takes its
// place where both are written (AWS CloudFormation User Guide, "UpdatePolicy attribute").
func RollingUpdate(asg *graph.Resource) graph.Tri {
	rolling := updatePolicy(asg, func(key string) graph.Tri { return graph.Known(key == GroupReplacement.rolling) })
	if rolling == graph.False {
		return rolling
	}
	return rolling.And(GroupReplacement.WillReplace.Of(asg).Is(true).Not())
}

// RefreshedOnChange tells whether a change of what a group launches from is meant to replace its instances: by an
// instance refresh, or by an update policy. What else the policy may say one day is taken for another such way.
func RefreshedOnChange(asg *graph.Resource) graph.Tri {
	return GroupReplacement.Refresh.Of(asg).Any().Or(updatePolicy(asg, func(key string) graph.Tri {
		switch key {
		case GroupReplacement.scheduled:
			return graph.False
		case GroupReplacement.replacing:
			return GroupReplacement.WillReplace.Of(asg).Is(true)
		}
		return graph.True
	}))
}

// ReplacesInstances tells whether running instances of a group ever give way to new ones: on a change, by age, by
// deployments of CodeDeploy, or because the group itself is replaced with what it launches from.
func ReplacesInstances(asg *graph.Resource) graph.Tri {
	out := RefreshedOnChange(asg).Or(GroupReplacement.Lifetime.Of(asg).Test(func(seconds int) bool { return seconds > 0 }))
	if out != graph.True {
		out = out.Or(CodeDeployGroup.Groups.Into(asg).Any(), replacedWithTemplate(asg))
	}
	return out
}

// replacedWithTemplate tells whether a group is replaced as a whole when what it launches from changes: its name is made
// of that, or it says so (`replace_triggered_by`).
func replacedWithTemplate(asg *graph.Resource) graph.Tri {
	out := graph.False
	for _, name := range []string{"name", "name_prefix", "AutoScalingGroupName"} {
		for _, ref := range graph.Refs(asg.Attribute(name)) {
			for _, t := range asg.Graph().Targets(ref) {
				switch {
				case launchConfiguration.Includes(t) == graph.True, launchTemplate.Includes(t) == graph.True && templateVersions[ref.Attribute]:
					out = out.Or(graph.Known(!ref.Possible).Or(graph.Unknown))
				}
			}
		}
	}
	if asg.Source.Ignored("name") == graph.Unknown { // a plan tells nothing of lifecycles
		asg.Graph().Doubt(graph.Doubt{Resource: asg, Message: "whether " + asg.Address + " is replaced with what it launches from (replace_triggered_by) is not told"})
		out = out.Or(graph.Unknown)
	}
	for _, m := range asg.Mentions() {
		if strings.HasSuffix(m.Attribute, "replace_triggered_by") {
			out = graph.True
		}
	}
	return out
}

// templateVersions are the attributes of a launch template that change with each version.
var templateVersions = map[string]bool{"latest_version": true, "LatestVersionNumber": true, "default_version": true, "DefaultVersionNumber": true}

// FixedVersion tells whether a group launches from "$Latest" or "$Default", the same words whatever is written in the
// launch template: nothing of the group changes with it.
func FixedVersion(asg *graph.Resource) (graph.Tri, Value[string]) {
	v := GroupReplacement.Version.Of(asg)
	for m := range v.marks {
		if ref, ok := m.(graph.Ref); ok && !ref.Possible && templateVersions[ref.Attribute] { // a number
			return graph.False, v
		}
	}
	return AutoScalingGroup.LaunchTemplate.Of(asg).Any().And(v.In("$Latest", "$Default")), v
}

// alwaysTriggers are the changes that start an instance refresh without being listed (aws_autoscaling_group,
// "instance_refresh": triggers).
var alwaysTriggers = map[string]bool{"launch_configuration": true, "launch_template": true, "mixed_instances_policy": true}

// OtherTriggers tells whether an instance refresh is started by changes of something else than what is launched from.
func OtherTriggers(asg *graph.Resource) graph.Tri {
	out := graph.False
	for _, b := range GroupReplacement.Refresh.Of(asg).Items {
		u, _ := fieldValue(b, "triggers", "").Unmark()
		switch {
		case u.IsNull():
		case !u.IsKnown() || !u.CanIterateElements():
			doubtPlace(asg, "instance_refresh.triggers")
			out = out.Or(graph.Unknown)
		default:
			for it := u.ElementIterator(); it.Next(); {
				_, e := it.Element()
				if text, ok := textOf(e); ok {
					out = out.Or(graph.Known(!alwaysTriggers[text]))
				} else {
					out = out.Or(graph.Unknown)
				}
			}
		}
	}
	return out
}

// An Emptying is an update that may take all instances or tasks of a fleet out of service at once.
type Emptying struct {
	Certain graph.Tri
	Place   graph.Place // of the setting that lets it
	Because string      // the setting in words, after "…: "
}

// EmptiedByUpdate tells whether an update may take everything that a group, service or environment runs at once.
func EmptiedByUpdate(compute *graph.Resource) Emptying {
	switch {
	case AutoScalingGroup.Includes(compute) == graph.True:
		if e := emptiedByRolling(compute); e.Certain != graph.False {
			return e
		}
		return emptiedByRefresh(compute)
	case ECSService.Includes(compute) == graph.True:
		return emptiedByDeployment(compute)
	case BeanstalkEnvironment.Includes(compute) == graph.True:
		return emptiedByBatch(compute)
	}
	return Emptying{Certain: graph.False, Place: graph.Place{Resource: compute}}
}

// runsAtMost tells whether a group runs at most n instances where nothing has scaled it out: its minimum, or the desired
// capacity where that is written.
func runsAtMost(asg *graph.Resource, n int) graph.Tri {
	more := AtLeast(AutoScalingGroup.Min.Of(asg), n+1)
	if desired := AutoScalingGroup.Desired.Of(asg); more != graph.True && desired.Written() != graph.False {
		more = more.Or(AtLeast(desired, n+1))
	}
	return more.Not()
}

func emptiedByRolling(asg *graph.Resource) Emptying {
	out := Emptying{Certain: RollingUpdate(asg), Place: graph.Place{Resource: asg}}
	if out.Certain == graph.False {
		return out
	}
	least, batch := GroupReplacement.RollingLeast.Of(asg), GroupReplacement.RollingBatch.Of(asg)
	out.Place = least.Place
	if batch.Written() == graph.True && least.Written() == graph.False {
		out.Place = batch.Place
	}
	n, ok := batch.Get()
	if !ok {
		out.Certain = out.Certain.And(least.Is(0), batch.Is(0).Or(graph.Unknown))
		return out
	}
	out.Certain = out.Certain.And(least.Is(0), runsAtMost(asg, n))
	out.Because = "a rolling update need keep no instance in service" + byDefault(least) + " and takes " + counted(n, "instance") + " at a time" + byDefault(batch)
	return out
}

// emptiedByRefresh reads the percentages of an instance refresh, and those of the maintenance policy, which count where
// a refresh says nothing and for all other replacements. Unset they are 90 and 100 (Amazon EC2 Auto Scaling User Guide,
// "Understand the default values for an instance refresh"), and Terraform writes these defaults into every block of
// preferences (provider documentation of aws_autoscaling_group). The least is rounded up to whole instances, but one at
// least is always replaced: a lone instance goes first unless more than 100 per cent may run.
func emptiedByRefresh(asg *graph.Resource) Emptying {
	refresh := GroupReplacement.Refresh.Of(asg).Any()
	least, most := GroupReplacement.PolicyLeast.Of(asg), GroupReplacement.PolicyMost.Of(asg)
	if refresh != graph.False {
		if v := GroupReplacement.RefreshLeast.Of(asg); v.Written() != graph.False {
			least = v
		}
		if v := GroupReplacement.RefreshMost.Of(asg); v.Written() != graph.False {
			most = v
		}
	}
	first := AtLeast(most, 101)
	if most.Written() == graph.False {
		first = graph.False
	}
	all := least.Is(0)
	out := Emptying{Certain: all, Place: least.Place, Because: "no instance need stay healthy while others are replaced (0 per cent)"}
	if all == graph.False && refresh != graph.False {
		out.Certain = refresh.And(runsAtMost(asg, 1))
		out.Because = "it runs a single instance, which a refresh terminates before the new one is ready"
		preferences := GroupReplacement.RefreshPreferences.Of(asg)
		if first != graph.False && preferences.Any() != graph.False && GroupReplacement.RefreshMost.Of(asg).Written() == graph.False {
			first, out.Place = first.And(preferences.Any().Not()), preferences.place(asg)
		} else if out.Place.Resource == nil || least.Written() == graph.False {
			out.Place = GroupReplacement.Refresh.Of(asg).place(asg)
		}
	}
	out.Certain = out.Certain.And(first.Not())
	return out
}

// place is where the first of the blocks stands, else the resource.
func (l BlockList) place(r *graph.Resource) graph.Place {
	if len(l.Items) > 0 {
		return l.Items[0].Place
	}
	return graph.Place{Resource: r}
}

// ECSDeployment are the attributes by which an ECS service comes to new tasks.
//
// Defaults: 100 and 200 per cent for a replica service, 0 and 100 for a daemon service (Amazon ECS API Reference,
// DeploymentConfiguration; Amazon ECS Developer Guide, "Service definition parameters"); Terraform leaves those of a daemon
// service to AWS. The controller is ECS itself, the strategy rolling, without circuit breaker and alarms.
var ECSDeployment = struct {
	Least, Most                 Attr[int] // per cent
	Controller                  Attr[string]
	Strategy                    Attr[string] // ROLLING; or a built-in one that keeps the old tasks until the new ones are proven
	Breaker, BreakerRollsBack   Attr[bool]
	AlarmsWatch, AlarmsRollBack Attr[bool]
}{
	Least:      ecsService.int("deployment_minimum_healthy_percent", "DeploymentConfiguration.MinimumHealthyPercent").orBy(byScheduling(100, 0)),
	Most:       ecsService.int("deployment_maximum_percent", "DeploymentConfiguration.MaximumPercent").orBy(byScheduling(200, 100)),
	Controller: ecsService.string("deployment_controller.type", "DeploymentController.Type").or("ECS"),

	Strategy:         ecsService.string("deployment_configuration.strategy", "DeploymentConfiguration.Strategy").or("ROLLING"),
	Breaker:          ecsService.bool("deployment_circuit_breaker.enable", "DeploymentConfiguration.DeploymentCircuitBreaker.Enable").or(false),
	BreakerRollsBack: ecsService.bool("deployment_circuit_breaker.rollback", "DeploymentConfiguration.DeploymentCircuitBreaker.Rollback").or(false),
	AlarmsWatch:      ecsService.bool("alarms.enable", "DeploymentConfiguration.Alarms.Enable").or(false),
	AlarmsRollBack:   ecsService.bool("alarms.rollback", "DeploymentConfiguration.Alarms.Rollback").or(false),
}

// byScheduling gives a number to replica services and another to daemon services.
func byScheduling(replica, daemon int) func(service *graph.Resource) (n int, known bool) {
	return func(service *graph.Resource) (n int, known bool) {
		switch ECSService.Strategy.Of(service).Is("DAEMON") {
		case graph.True:
			return daemon, true
		case graph.False:
			return replica, true
		}
		return 0, false
	}
}

func emptiedByDeployment(service *graph.Resource) Emptying {
	least := ECSDeployment.Least.Of(service)
	out := Emptying{Certain: least.Is(0), Place: least.Place, Because: "no task need stay healthy during a deployment (0 per cent), and none is started before others stop"}
	if out.Certain != graph.False {
		out.Certain = out.Certain.And(AtLeast(ECSDeployment.Most.Of(service), 101).Not(), ECSDeployment.Controller.Of(service).Is("ECS"))
	}
	return out
}

// emptiedByBatch: a rolling deployment in one batch of all instances. Settings that are not in sight may come from the
// application bundle. An all-at-once deployment is a choice of its own (Elastic Beanstalk Developer Guide, "General
// options for all environments": aws:elasticbeanstalk:command).
func emptiedByBatch(env *graph.Resource) Emptying {
	out := Emptying{Certain: graph.False, Place: graph.Place{Resource: env}}
	settings := SettingsOf(env)
	if out.Certain = settings.Is(DeploymentPolicy, "Rolling"); out.Certain == graph.False {
		return out
	}
	kind, size := settings.Is(batchSizeType, "Percentage"), settings.Of(batchSize)
	if settings.Of(batchSizeType).Written() != graph.True && size.Is("100") == graph.True {
		kind = graph.True // no environment has a hundred instances in one batch by number
	}
	out.Certain = out.Certain.And(kind, size.Is("100"))
	out.Place = size.Place
	out.Because = "a rolling deployment takes a batch of 100 per cent"
	return out
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func byDefault[T Scalar](v Value[T]) string {
	if v.Unwritten() {
		return " (by default)"
	}
	return ""
}

// KeepsInstances tells whether instances of a group stay until something replaces them: it always runs one, or serves the
// web. A group of workers that shrinks to none has new ones before long.
func KeepsInstances(asg *graph.Resource) graph.Tri {
	return runsOne(asg).Or(Web(asg))
}
