import { applyDecorators, Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '../../people/caller.js';
import { Allow } from '../../platform/http/allow.js';
import { ApiProblems } from '../../platform/http/api.js';
import { Agencies } from './agencies.js';
import { Exports } from './exports.js';
import { Heat } from './heat.js';
import { Overview } from './overview.js';
import {
  AgenciesView,
  ExportCases,
  ExportPeriod,
  ExportTrend,
  HeatView,
  OverviewView,
  ReportPeriod,
  TrendFilter,
  TrendView,
} from './reports.dto.js';
import { Trend } from './trend.js';

/** A file for a spreadsheet. */
const CsvFile = (name: string, summary: string) =>
  applyDecorators(
    Get(`${name}/csv`),
    Header('content-type', 'text/csv; charset=utf-8'),
    Header('content-disposition', `attachment; filename="${name}.csv"`),
    ApiOperation({ summary }),
    Allow('report.read'),
    ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } }),
    ApiProblems(400, 401, 403),
  );

@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  constructor(
    private readonly overviews: Overview,
    private readonly byAgency: Agencies,
    private readonly trends: Trend,
    private readonly heats: Heat,
    private readonly exports: Exports,
  ) {}

  @Get('overview')
  @ApiOperation({ summary: 'The city at one look: each figure beside the period before.' })
  @Allow('report.read')
  @ApiOkResponse({ type: OverviewView })
  @ApiProblems(400, 401, 403)
  overview(@CallerParam() by: Caller, @Query() asked: ReportPeriod) {
    return this.overviews.of(by, asked);
  }

  @Get('agencies')
  @ApiOperation({ summary: 'Agencies like with like, ranked by what they kept.' })
  @Allow('report.read')
  @ApiOkResponse({ type: AgenciesView })
  @ApiProblems(400, 401, 403)
  agencies(@CallerParam() by: Caller, @Query() asked: ReportPeriod) {
    return this.byAgency.of(by, asked);
  }

  @Get('trend')
  @ApiOperation({ summary: 'What was received and resolved, by category or day by day.' })
  @Allow('report.read')
  @ApiOkResponse({ type: TrendView })
  @ApiProblems(400, 401, 403)
  trend(@CallerParam() by: Caller, @Query() asked: TrendFilter) {
    return this.trends.of(by, asked);
  }

  @Get('heat')
  @ApiOperation({ summary: 'Received, open and late by ward or commune.' })
  @Allow('report.read')
  @ApiOkResponse({ type: HeatView })
  @ApiProblems(400, 401, 403)
  heat(@CallerParam() by: Caller, @Query() asked: ReportPeriod) {
    return this.heats.of(by, asked);
  }

  @CsvFile('overview', 'The overview as a file for a spreadsheet.')
  overviewCsv(@CallerParam() by: Caller, @Query() asked: ExportPeriod) {
    return this.exports.overview(by, asked);
  }

  @CsvFile('agencies', 'The agencies as a file for a spreadsheet.')
  agenciesCsv(@CallerParam() by: Caller, @Query() asked: ExportPeriod) {
    return this.exports.byAgency(by, asked);
  }

  @CsvFile('trend', 'The trend as a file for a spreadsheet.')
  trendCsv(@CallerParam() by: Caller, @Query() asked: ExportTrend) {
    return this.exports.trend(by, asked);
  }

  @CsvFile('heat', 'The wards as a file for a spreadsheet.')
  heatCsv(@CallerParam() by: Caller, @Query() asked: ExportPeriod) {
    return this.exports.heat(by, asked);
  }

  @CsvFile(
    'cases',
    'The cases behind a figure as a file for a spreadsheet, without words or people.',
  )
  async casesCsv(@CallerParam() by: Caller, @Query() asked: ExportCases) {
    const lines = await this.exports.cases(by, asked);
    return new StreamableFile(lines, { type: 'text/csv; charset=utf-8' });
  }
}
